create role DATABASE_r;
