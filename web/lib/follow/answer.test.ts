import { describe, expect, it } from 'vitest';
import { answerWith, problemAnswer } from './answer';
import { siteOrigin, tagOf } from './origin';

const modified = new Date('2026-11-21T12:00:00.500Z');
const ask = (headers: Record<string, string> = {}, body = 'text') =>
  answerWith(new Request('http://x/', { headers }), { body, type: 'text/plain', modified, maxAge: 60 });

describe('an answer that can be kept', () => {
  it('has an ETag of what it says and the date of its newest content', async () => {
    const answer = ask();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('text');
    expect(answer.headers.get('last-modified')).toBe('Sat, 21 Nov 2026 12:00:00 GMT');
    expect(answer.headers.get('cache-control')).toContain('public, max-age=60');
    expect(answer.headers.get('etag')).toBe(ask().headers.get('etag'));
    expect(answer.headers.get('etag')).not.toBe(ask({}, 'other').headers.get('etag'));
  });

  it('is 304 without a body for who has it, by tag or by date', async () => {
    const etag = ask().headers.get('etag') ?? '';
    const has: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", ${etag.replace('W/', '')}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': 'Sat, 21 Nov 2026 12:00:00 GMT' },
    ];
    for (const headers of has) {
      const answer = ask(headers);
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const hasNot: Record<string, string>[] = [
      { 'if-none-match': '"other"' },
      { 'if-none-match': '"other"', 'if-modified-since': 'Sat, 21 Nov 2026 13:00:00 GMT' },
      { 'if-modified-since': 'Sat, 21 Nov 2026 11:59:59 GMT' },
      { 'if-modified-since': 'yesterday' },
    ];
    for (const headers of hasNot) expect(ask(headers).status).toBe(200);
  });

  it('says the question’s fault with 400 and silence with 503', async () => {
    const junk = problemAnswer({ kind: 'refused', code: 'BAD_INPUT', message: 'That is no CID.' });
    expect([junk.status, await junk.text()]).toEqual([400, 'That is no CID.\n']);
    const outage = { since: new Date(), lastAnswer: null };
    expect(problemAnswer({ kind: 'silent', outage, detail: '' }).status).toBe(503);
  });
});

describe('the origin of links', () => {
  const origin = (host: string | null, siteUrl: string | null = null) =>
    siteOrigin(new Headers(host === null ? {} : { host }), siteUrl);

  it('is SITE_URL, else the host asked for', () => {
    expect(origin('evil.example', 'https://moho.example')).toBe('https://moho.example');
    expect(origin('moho.example')).toBe('http://moho.example');
    expect(origin('127.0.0.1:3000')).toBe('http://127.0.0.1:3000');
    expect(origin('[::1]:3000')).toBe('http://[::1]:3000');
  });

  it('is nothing for a host that could be markup or another address', () => {
    for (const host of [null, '', 'a b', 'a/b', 'a"b', '<x>', 'user@host', 'host?x', 'host#x', 'host:port', '.'])
      expect(origin(host)).toBeNull();
  });

  it('names things by host without its port', () => {
    expect(tagOf('http://127.0.0.1:3000', 'x')).toBe('tag:127.0.0.1,2026:x');
    expect(tagOf('http://[::1]:3000', 'x')).toMatch(/^tag:[a-z0-9.-]+,2026:x$/);
  });
});
