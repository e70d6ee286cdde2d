import { describe, expect, it } from 'vitest';
import { compareMetadata } from './compare';
import { decodeMetadata, SPEC25_METADATA } from './index';

describe('comparing two runtimes', () => {
  const ours = () => decodeMetadata(SPEC25_METADATA());
  it('finds no difference between a runtime and itself', () => {
    expect(compareMetadata(ours(), ours())).toEqual([]);
  });

  it('notices a type, a hasher, a default, an order, a prefix, an extension', () => {
    const other = ours();
    const swork = other.pallets.find((p) => p.name === 'Swork');
    const item = swork?.storage.find((s) => s.name === 'WorkReports');
    if (!swork?.calls?.[0] || !item?.keys[0] || !swork.events) throw new Error('the table lost Swork.WorkReports');
    swork.prefix = 'Work';
    swork.calls[0].args.reverse();
    swork.events.reverse();
    item.keys[0].hasher = 'Identity';
    item.type = 'WorkReportV2';
    other.signedExtensions.pop();
    expect(compareMetadata(ours(), other).map((line) => line.split(':')[0])).toEqual([
      'Swork prefix',
      'Swork storage ~ WorkReports',
      'Swork call ~ set_code',
      'Swork event order',
      'signed extensions',
    ]);
  });
});
