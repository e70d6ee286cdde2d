import { describe, expect, it } from 'vitest';
import { readEnvironment } from './env';

describe('environment of the site', () => {
  it('has defaults, and takes an empty variable for none', () => {
    const none = { apiUrl: 'http://127.0.0.1:4350/graphql', siteUrl: null };
    expect(readEnvironment({})).toEqual(none);
    expect(readEnvironment({ API_URL: '', SITE_URL: '' })).toEqual(none);
  });
  it('takes the origin of the site', () => {
    for (const given of ['https://moho.example', 'https://moho.example/'])
      expect(readEnvironment({ SITE_URL: given }).siteUrl).toBe('https://moho.example');
    expect(readEnvironment({ SITE_URL: 'http://127.0.0.1:3000' }).siteUrl).toBe('http://127.0.0.1:3000');
  });
  it('refuses anything else in one sentence', () => {
    for (const given of ['moho.example', 'ftp://moho.example', 'https://moho.example/files', 'https://a@moho.example'])
      expect(() => readEnvironment({ SITE_URL: given })).toThrow(/^SITE_URL must be the origin/);
    expect(() => readEnvironment({ API_URL: 'localhost:4350' })).toThrow(/^API_URL must be/);
  });
});
