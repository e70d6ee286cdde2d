import { describe, expect, it } from 'vitest';
import { errorSentence, explainedErrors } from './errors';

describe('error sentences', () => {
  it('are one plain sentence each', () => {
    for (const error of explainedErrors()) {
      expect(errorSentence(error), error).toMatch(/^[A-Z][^.!?]*\.$/);
    }
  });

  it('cover every error of a failed report that the audit names', () => {
    for (const name of [
      'IllegalReporter',
      'OutdatedReporter',
      'InvalidReportTime',
      'IllegalWorkReportSig',
      'ABUpgradeFailed',
    ]) {
      expect(errorSentence(`Swork.${name}`)).not.toBeNull();
    }
    expect(errorSentence('Market.FileTooLarge')).toBe('The file is larger than an order may be.');
    expect(errorSentence('BadOrigin')).toBe('The account that signed may not make this call.');
  });

  it('are null for what has none', () => {
    for (const error of [
      '',
      'Swork',
      'Swork.',
      'swork.constructor',
      'constructor.name',
      '__proto__.x',
      'Sudo.RequireSudo',
    ]) {
      expect(errorSentence(error), error).toBeNull();
    }
  });
});
