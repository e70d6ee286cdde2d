-- Indexes for the files of one account: those it ordered (portfolio), those it holds (holder). A list of a large account
-- is walked in its order along one of the first three, and each file is asked whether the account ordered or holds it
-- (moho_storage_orders_file, moho_replicas_file); a small account's orders or replicas are read whole and sorted.
create index if not exists moho_files_by_expiry on $SCHEMA.files
  ((case when expired_at = 0 then 2147483647 else expired_at end), id) where upper_inf(_block_range);
create index if not exists moho_files_by_size on $SCHEMA.files (size_bytes, id) where upper_inf(_block_range);
create index if not exists moho_files_by_spower on $SCHEMA.files (coalesce(spower, 0), id) where upper_inf(_block_range);
create index if not exists moho_storage_orders_payer on $SCHEMA.storage_orders (payer, block desc);
