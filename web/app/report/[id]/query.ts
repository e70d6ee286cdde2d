import { cache } from 'react';
import { FigureFields, ReceiptFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';

const ReportDocument = graphql(
  `
  query Report($name: String!, $at: Int, $files: Int!, $after: String, $verify: Boolean!) {
    status { profile { slotBlocks blockTimeMs sweepOffset } }
    slotReport(name: $name, at: $at) {
      id name status slot account owner anchor pubKey block extrinsicIndex eventIndex time offset late
      punished judgedAtBlock error errorText errorAdvice
      accountEntity { identityDisplay asOf }
      ownerEntity { identityDisplay }
      blockEntity { specVersion }
      figureReceipts { ...FigureFields }
      provenance { receipt { ...ReceiptFields } }
      siblings { name status slot }
      acceptedReport { name block extrinsicIndex }
      content {
        wrappers readable enclaveKey handedOverKey slotHash srdBytes filesSizeBytes srdRoot filesRoot signature
        receipt { ...ReceiptFields }
      }
      addedCount addedBytes deletedCount deletedBytes
      application { state sentence lastProcessedBlock lagBlocks }
      transition {
        legal rule beforeBytes beforeRoot quitEvent addedBytes deletedBytes expectedBytes
        receipt { ...ReceiptFields }
      }
      recovery {
        lastReport { name block slot } srdBytes filesSizeBytes srdRoot filesRoot addedCount deletedCount repeated explains body
      }
      signatureCheck @include(if: $verify) { result sentence messageBytes messageSha256 }
      fileList: files(first: $files, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { isAdded cidHex fileId sizeBytes validAt held file { status } }
      }
    }
    spowerService(at: $at) { lastProcessedBlock receipt { ...ReceiptFields } }
  }
`,
  [FigureFields, ReceiptFields],
);

const ExistsDocument = graphql(`
  query ReportExists($name: String!) {
    slotReport(name: $name) { id }
  }
`);

export type ReportPageData = ResultOf<typeof ReportDocument>;
export type ReportData = NonNullable<ReportPageData['slotReport']>;
export type ReportedFileData = ReportData['fileList']['nodes'][number];

interface Question {
  name: string;
  at: number | null;
  files: number;
  after: string | null;
  verify: boolean;
}

/** One report and what became of it. */
export const loadReport = (question: Question) => ask(ReportDocument, question);

/** Whether there is a report of that name at all. */
export const loadReportExists = cache((name: string) => ask(ExistsDocument, { name }));
