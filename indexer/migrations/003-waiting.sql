-- Files without a replica are few among many. The list of them is read from this index alone: Postgres cannot know how few
-- they are, and would read the whole table if it had to look at their rows.
create index if not exists moho_files_waiting on $SCHEMA.files (id) include (size_bytes, amount, _block_range)
  where expired_at = 0 and upper_inf(_block_range);
