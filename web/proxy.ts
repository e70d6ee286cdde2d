import { type NextRequest, NextResponse } from 'next/server';
import { AT_HEADER } from './lib/at-header';
import { questionProblem } from './lib/question';
import { refuse } from './lib/refuse';

/** Nothing is loaded from elsewhere; scripts run only with this answer's nonce. Styles of charts are inline attributes. */
const policy = (nonce: string, development: boolean): string =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');

const withSecurity = (response: NextResponse, csp: string): NextResponse => {
  response.headers.set('content-security-policy', csp);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  return response;
};

/** Checks what the address asks, and puts the security headers on every answer. */
export const proxy = async (request: NextRequest): Promise<NextResponse> => {
  const { pathname, searchParams } = request.nextUrl;
  if (questionProblem(pathname, searchParams) !== null) {
    const { page, csp } = await refuse(request);
    return withSecurity(page, csp);
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const csp = policy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', csp); // Next.js reads the nonce from here
  headers.set(AT_HEADER, encodeURIComponent(searchParams.get('at') ?? ''));
  return withSecurity(NextResponse.next({ request: { headers } }), csp);
};

export const config = { matcher: '/((?!_next/static|_next/image|icon.svg).*)' };
