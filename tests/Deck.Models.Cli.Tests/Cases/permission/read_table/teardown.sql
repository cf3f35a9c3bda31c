drop owned by DATABASE_r cascade;
drop role DATABASE_r;
