import { type NextRequest, NextResponse } from 'next/server';

const REFUSED_PATH = '/refused';
const CSP = 'content-security-policy';

/**
 * The page that says why an address cannot be answered, with status 400. Pages themselves can only answer 200 or 404, and
 * a rewrite loses its status, so the proxy asks its own server for the page and sends it on.
 */
export const refuse = async (request: NextRequest): Promise<{ page: NextResponse; csp: string }> => {
  const { pathname, searchParams } = request.nextUrl;
  const question = new URLSearchParams({ page: pathname, query: searchParams.toString() });
  const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}${REFUSED_PATH}?${question}`, {
    headers: { cookie: request.headers.get('cookie') ?? '' },
  });
  const page = new NextResponse(answer.body, {
    status: 400,
    headers: { 'content-type': answer.headers.get('content-type') ?? 'text/html; charset=utf-8' },
  });
  return { page, csp: answer.headers.get(CSP) ?? "default-src 'self'" };
};
