{{ config(alias='größenverhältnisse_der_bestellungen_aller_kunden_in_allen_ländern') }}
select 1
