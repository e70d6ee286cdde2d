import { graphql, type ResultOf } from '../../lib/graphql';

export const SearchDocument = graphql(`
  query Search($text: String!) {
    search(text: $text) {
      sentence
      hits { id kind title detail }
    }
  }
`);

export type SearchHit = ResultOf<typeof SearchDocument>['search']['hits'][number];
