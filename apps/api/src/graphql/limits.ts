import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, Kind, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';

/** Above what any of our own documents needs (a test holds them against it), far below what hurts. */
export const limits = {
  depth: 10,
  aliases: 15,
  directives: 20,
  tokens: 2000,
  /** About 500 rows with 100 fields each, when the page size is written into the query. */
  cost: 100_000,
  rootFields: 8,
  /** Bytes of an HTTP request's or WebSocket message's body. */
  bodyBytes: 1_000_000,
  socketMessageBytes: 64_000,
  subscriptionsPerSocket: 32,
} as const;

/** graphql-armor for Apollo, and the rules alone for the WebSocket. */
export function protections(): ReturnType<ApolloArmor['protect']> {
  const armor = new ApolloArmor({
    maxDepth: { n: limits.depth, flattenFragments: true },
    maxAliases: { n: limits.aliases },
    maxDirectives: { n: limits.directives },
    // The parser itself counts tokens; armor's count turns every syntax error into an HTTP 500.
    maxTokens: { enabled: false },
    costLimit: { maxCost: limits.cost, depthCostFactor: 1, flattenFragments: true },
    blockFieldSuggestion: { enabled: true },
  }).protect();
  return { ...armor, validationRules: [...armor.validationRules, rootFieldLimit] };
}

/** Counts the root fields of an operation, those in fragments included. */
export const rootFieldLimit: ValidationRule = (context) => ({
  OperationDefinition({ selectionSet }) {
    const count = countFields(selectionSet, context, new Set());
    if (count <= limits.rootFields) return;
    context.reportError(
      new GraphQLError(`${count} root fields in one operation; at most ${limits.rootFields} are allowed`),
    );
  },
});

function countFields(set: SelectionSetNode, context: ValidationContext, visited: Set<string>): number {
  let count = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) count += countFields(selection.selectionSet, context, visited);
    else if (!visited.has(selection.name.value)) {
      visited.add(selection.name.value);
      const fragment = context.getFragment(selection.name.value);
      if (fragment != null) count += countFields(fragment.selectionSet, context, visited);
    }
  }
  return count;
}
