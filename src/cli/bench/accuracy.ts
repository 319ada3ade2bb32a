import type { LabelledCase } from '../eval/readCases.ts';
import type { Engine } from './engines.ts';

export interface Accuracy {
  /** Of the messages that have an answer: the share whose first answer is right. */
  first: number;
  /** The same among the first three. */
  three: number;
  /** Of the messages that have none: the share that was answered all the same. */
  falseAnswers: number;
  messages: number;
}

/**
 * Scores an engine on labelled messages.
 *
 * @param budget milliseconds after which it stops; the messages are visited in an order that leaves a fair sample
 * @returns the score, and the messages that were reached
 */
export function scoreEngine(
  engine: Engine,
  cases: readonly LabelledCase[],
  budget: number,
): { accuracy: Accuracy; reached: LabelledCase[] } {
  const reached: LabelledCase[] = [];
  const answers: string[][] = [];
  const until = performance.now() + budget;
  for (const one of spread(cases)) {
    answers.push(engine.answer(one.text).slice(0, 3));
    reached.push(one);
    if (performance.now() > until) break;
  }
  const share = (
    isCounted: (one: LabelledCase) => boolean,
    isHit: (ids: string[], right: string[]) => boolean,
  ) => {
    const counted = reached.flatMap((one, i) => (isCounted(one) ? [isHit(answers[i]!, one.expect)] : []));
    return counted.length === 0 ? 0 : counted.filter(Boolean).length / counted.length;
  };
  const hasAnswer = ({ expect }: LabelledCase) => expect.length > 0;
  return {
    accuracy: {
      first: share(hasAnswer, ([first], right) => first !== undefined && right.includes(first)),
      three: share(hasAnswer, (ids, right) => ids.some((id) => right.includes(id))),
      falseAnswers: share(
        (one) => !hasAnswer(one),
        (ids) => ids.length > 0,
      ),
      messages: reached.length,
    },
    reached,
  };
}

/** The same items in steps of a number that shares no factor with their count: the first of them are of all kinds. */
function spread<T>(items: readonly T[]): T[] {
  const step = [37, 41, 43, 47].find((prime) => items.length % prime !== 0)!;
  return items.map((_, i) => items[(i * step) % items.length]!);
}
