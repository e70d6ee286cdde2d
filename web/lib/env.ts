/** What the site reads from its environment; README's table lists the same names. */
interface Environment {
  /** where the API answers GraphQL */
  apiUrl: string;
  /** address people open the site at, without a slash at its end; null: the one each request names */
  siteUrl: string | null;
}

const isHttp = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Throws one sentence that names the wrong variable. An empty variable counts as not set. */
export const readEnvironment = (env: Record<string, string | undefined>): Environment => {
  const apiUrl = env.API_URL || 'http://127.0.0.1:4350/graphql';
  if (!isHttp(apiUrl)) throw new Error(`API_URL must be http://… or https://…, not "${apiUrl}".`);
  const given = env.SITE_URL || null;
  if (given === null) return { apiUrl, siteUrl: null };
  if (!isHttp(given) || new URL(given).origin !== given.replace(/\/$/, '')) {
    throw new Error(`SITE_URL must be the origin of the site, such as https://moho.example, not "${given}".`);
  }
  return { apiUrl, siteUrl: new URL(given).origin };
};

export const environment = (): Environment => readEnvironment(process.env);
