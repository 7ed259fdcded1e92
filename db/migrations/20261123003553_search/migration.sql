-- Full-text search by the text's language, without accents; Polish has no stemmer in PostgreSQL and uses "simple".
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words_simple (COPY = pg_catalog.simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words_simple ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.simple;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words_en (COPY = pg_catalog.english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words_en ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.english_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words_it (COPY = pg_catalog.italian);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words_it ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.italian_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words_es (COPY = pg_catalog.spanish);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words_es ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.spanish_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words_eu (COPY = pg_catalog.basque);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words_eu ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.basque_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words_nl (COPY = pg_catalog.dutch);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words_nl ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.dutch_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words_pt (COPY = pg_catalog.portuguese);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words_pt ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.portuguese_stem;
--> statement-breakpoint
-- Immutable because the dictionary is named with its schema and never changed: needed by generated columns.
CREATE FUNCTION public.without_accents(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, value));
--> statement-breakpoint
CREATE FUNCTION public.search_config(language text) RETURNS regconfig
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE split_part(language, '-', 1)
    WHEN 'en' THEN 'public.words_en'::regconfig
    WHEN 'it' THEN 'public.words_it'::regconfig
    WHEN 'es' THEN 'public.words_es'::regconfig
    WHEN 'eu' THEN 'public.words_eu'::regconfig
    WHEN 'nl' THEN 'public.words_nl'::regconfig
    WHEN 'pt' THEN 'public.words_pt'::regconfig
    ELSE 'public.words_simple'::regconfig
  END;
--> statement-breakpoint
CREATE FUNCTION public.search_vector(language text, title text, card text, body text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(to_tsvector(public.search_config(language), coalesce(title, '')), 'A')
    || setweight(to_tsvector(public.search_config(language), coalesce(card, '')), 'B')
    || to_tsvector(public.search_config(language), coalesce(body, ''));
--> statement-breakpoint
-- What a person typed, as a query that any of the languages can answer. websearch_to_tsquery never raises.
CREATE FUNCTION public.search_query(typed text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN websearch_to_tsquery('public.words_simple', typed)
    || websearch_to_tsquery('public.words_en', typed)
    || websearch_to_tsquery('public.words_it', typed)
    || websearch_to_tsquery('public.words_es', typed)
    || websearch_to_tsquery('public.words_eu', typed)
    || websearch_to_tsquery('public.words_nl', typed)
    || websearch_to_tsquery('public.words_pt', typed);
