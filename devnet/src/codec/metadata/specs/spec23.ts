import { changed, without } from './edit';
import { SPEC24_PALLETS } from './spec24';

/** Spec 23: the spower service works out every spower itself. */
export const SPEC23_PALLETS = changed(SPEC24_PALLETS, {
  Market: ({ storage, calls, events, errors }) => ({
    storage: without(storage, 'LastSpowerCalculateBlock'),
    calls: without(calls, 'calculate_spowers', 'set_spower_ready_period'),
    events: without(events, 'CalculateSpowersSuccess', 'SetSpowerReadyPeriodSuccess'),
    errors: without(errors, 'ExceedCalculateSpowerFilesLimit'),
  }),
});
