export interface Answer {
  readonly answer: 'pay' | 'hold';
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Something about a batch that a person has to look at: red before it is submitted, amber with a reason. */
export interface BatchException {
  readonly key: string;
  readonly severity: 'red' | 'amber';
  readonly code: string;
  readonly words: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly lineId: string | null;
  /** What to look at before answering: the photo of a card. */
  readonly paperId?: string | null;
  /** Lines that a question about many is about. */
  readonly lineIds?: ReadonlySet<string>;
  /** What the answer rests on, in hexadecimal; an answer to other facts does not count. */
  readonly factsHash: string;
  readonly answer: Answer | null;
}
