import { SPEC25_PALLETS } from '../pallets';
import { changed, without } from './edit';

/** Spec 24: the steps of the three fees are still constants, and fees have no upper bound. */
export const SPEC24_PALLETS = changed(SPEC25_PALLETS, {
  Market: ({ storage, calls, errors }) => ({
    storage: without(
      storage,
      'FileFeeAdjustInterval',
      'LastFileFeeAdjustBlock',
      'MaxFileBaseFee',
      'FileBaseFeeIncreaseThreshold',
      'FileBaseFeeDecreaseThreshold',
      'FileBaseFeeIncreaseRatio',
      'FileBaseFeeDecreaseRatio',
      'MaxFileByteFee',
      'FileByteFeeIncreaseRatio',
      'FileByteFeeDecreaseRatio',
      'MaxFileKeysCountFee',
      'FileKeysCountFeeAdjustThreshold',
      'FileKeysCountFeeIncreaseRatio',
      'FileKeysCountFeeDecreaseRatio',
    ),
    calls: without(
      calls,
      'set_max_base_fee',
      'set_max_byte_fee',
      'set_max_key_count_fee',
      'set_file_fee_adjust_interval',
      'set_file_base_fee_increase_threshold',
      'set_file_base_fee_decrease_threshold',
      'set_file_base_fee_increase_ratio',
      'set_file_base_fee_decrease_ratio',
      'set_file_byte_fee_increase_ratio',
      'set_file_byte_fee_decrease_ratio',
      'set_file_keys_count_fee_adjust_threshold',
      'set_file_keys_count_fee_increase_ratio',
      'set_file_keys_count_fee_decrease_ratio',
    ),
    errors: without(
      errors,
      'FileFeeAdjustIntervalInvalid',
      'MaxFeeLessThanMinFee',
      'BaseFeeIncreaseThresholdLargerThanDecreaseThreshold',
    ),
  }),
});
