import { checkColumns, checkForm } from '../../../lib/check/ask';
import { csvHeader, csvLines } from '../../../lib/export/csv';

/** The checked list as CSV, sent by the same form as the page's table. */
export const POST = async (request: Request): Promise<Response> => {
  const checked = await checkForm(await request.formData());
  if (!checked.ok) {
    return new Response(`${checked.sentence}\n`, {
      status: 400,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  return new Response(csvHeader(checkColumns) + csvLines(checkColumns, checked.lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="checked-files.csv"',
      'cache-control': 'no-store',
    },
  });
};
