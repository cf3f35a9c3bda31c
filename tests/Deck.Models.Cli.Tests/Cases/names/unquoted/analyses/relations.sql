select string_agg(relname || ' ' || relkind::text, ', ' order by relname) as relations,
    (select max(replace(self || ' ' || found, current_database(), 'DB')) from {{ ref('Facts') }}) as self
from pg_class where relnamespace = 'analytics'::regnamespace and relkind in ('r', 'v')
