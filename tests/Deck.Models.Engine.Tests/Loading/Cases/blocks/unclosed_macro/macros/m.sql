{% macro cents(amount) %}
    {{ amount }} * 100
