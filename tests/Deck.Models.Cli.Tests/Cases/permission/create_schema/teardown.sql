drop role DATABASE_r;
