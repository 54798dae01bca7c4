'use client';

import { createContext, type ReactElement, type ReactNode, use, useEffect, useState } from 'react';

const Sent = createContext<readonly string[]>([]);

/** Questions whose answers were shown before. Apollo's cache may still have those, but nothing has kept them true. */
const shownBefore = new Set<string>();

export function questionOf(variables: object): string {
  return JSON.stringify(variables);
}

/** Around a page: the variables of the queries whose answers the server sends along (`PreloadQuery`). */
export function SentWithPage(props: {
  readonly variables: readonly object[];
  readonly children: ReactNode;
}): ReactElement {
  return <Sent value={props.variables.map(questionOf)}>{props.children}</Sent>;
}

/** Whether the answer to this question comes with the page, as fresh as the page, and nobody need ask the API again. */
export function useCameWithPage(question: string): boolean {
  const sent = use(Sent);
  const [first, setFirst] = useState(sent.includes(question) && !shownBefore.has(question) ? question : null);
  if (first !== null && first !== question) setFirst(null);
  useEffect(() => {
    shownBefore.add(question);
  }, [question]);
  return first === question;
}
