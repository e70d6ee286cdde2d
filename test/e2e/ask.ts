/** Asks the API one question. Throws with what it says when it refuses. */
export const asker =
  (graphql: string) =>
  async <T>(query: string, variables: object = {}): Promise<T> => {
    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  };
