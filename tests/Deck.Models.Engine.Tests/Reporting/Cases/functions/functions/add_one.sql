{{ config(volatility='deterministic') }}
select x + 1
