const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a browser page of this origin may call the API: pages of this machine, and the sites named in the settings. */
export const isAllowedOrigin = (origin: string, siteOrigins: readonly string[]): boolean => {
  if (siteOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  return LOOPBACK.has(new URL(origin).hostname);
};
