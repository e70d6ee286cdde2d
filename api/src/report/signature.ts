import { createHash } from 'node:crypto';
import { type ReportCall, reportMessage } from '@moho/protocol';
import { builder } from '../builder';
import { SlotReportRef } from '../schema/refs';
import { loadCall } from './content/load';
import { type SignatureResult, verifyReport } from './verify';

const SENTENCES: Record<SignatureResult, string> = {
  VALID: 'The enclave’s signature fits this content: nothing in the report was changed after it was signed.',
  INVALID: 'The signature does not fit this content and this enclave key.',
  NOT_A_KEY: 'The enclave key of the report is no point of the curve, so nothing can be signed with it.',
  NOT_A_SIGNATURE: 'The report carries no signature of 64 bytes.',
};

const SignatureResultEnum = builder.enumType('SignatureResult', {
  values: Object.fromEntries(Object.entries(SENTENCES).map(([name, description]) => [name, { description }])) as Record<
    SignatureResult,
    { description: string }
  >,
});

const SignatureCheckRef = builder.objectRef<{ call: ReportCall; result: SignatureResult }>('SignatureCheck').implement({
  description: 'The enclave’s signature, checked as pallet swork does: ECDSA on P-256 over SHA-256 of the content.',
  fields: (t) => ({
    result: t.expose('result', { type: SignatureResultEnum }),
    sentence: t.string({ resolve: ({ result }) => SENTENCES[result] }),
    messageBytes: t.int({
      description: 'length of the signed message',
      resolve: ({ call }) => reportMessage(call).length,
    }),
    messageSha256: t.string({
      description: 'its SHA-256, 0x-hex',
      resolve: ({ call }) => `0x${createHash('sha256').update(reportMessage(call)).digest('hex')}`,
    }),
  }),
});

builder.objectField(SlotReportRef, 'signatureCheck', (t) =>
  t.field({
    type: SignatureCheckRef,
    nullable: true,
    complexity: 20,
    description: 'checks the signature now; null where the report’s call is not known whole',
    resolve: async (report, _args, ctx) => {
      const call = await loadCall(ctx, report);
      return call === null ? null : { call, result: verifyReport(call) };
    },
  }),
);
