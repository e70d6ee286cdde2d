import { changed, without } from './edit';
import { SPEC23_PALLETS } from './spec23';

/** Spec 22: replicas are kept by report_works; a spower superior can be named but has nothing to do yet. */
export const SPEC22_PALLETS = changed(SPEC23_PALLETS, {
  Swork: ({ storage, calls, events, errors }) => ({
    storage: without(storage, 'LastProcessedBlockWorkReports', 'LastSpowerUpdateBlock'),
    calls: without(calls, 'update_spower'),
    events: without(events, 'QueueWorkReportSuccess', 'UpdateSpowerSuccess'),
    errors: without(errors, 'SpowerSuperiorNotSet', 'IllegalSpowerSuperior'),
  }),
  Market: ({ storage, calls, events, errors }) => ({
    storage: without(storage, 'LastReplicasUpdateBlock'),
    calls: without(calls, 'update_replicas'),
    events: without(events, 'UpdateReplicasSuccess', 'FileClosed'),
    errors: without(errors, 'SpowerSuperiorNotSet', 'IllegalSpowerSuperior'),
  }),
});
