{% macro snapshot_qty_strategy(node, snapshotted_rel, current_rel, model_config, target_exists) %}
  {% set primary_key = config.get('unique_key') %}
  {% set updated_at = config.get('updated_at') %}
  {% set hard_deletes = adapter.get_hard_deletes_behavior(config) %}
  {% do return({"unique_key": primary_key, "updated_at": updated_at,
     "row_changed": "(" ~ snapshotted_rel ~ ".qty <> " ~ current_rel ~ ".qty)",
     "scd_id": snapshot_hash_arguments([primary_key, updated_at]),
     "invalidate_hard_deletes": hard_deletes == 'invalidate', "hard_deletes": hard_deletes}) %}
{% endmacro %}
