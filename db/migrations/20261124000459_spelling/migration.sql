-- How many letters two words differ by: a search that finds nothing looks for words that are spelled nearly so.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;
