import type { ButtonData } from '../../core/request/buttonData.ts';
import { button } from '../buttons.ts';
import type { CaseListItem, Moment } from '../cards.ts';
import { relativeTime } from '../moments.ts';
import { caseName, plainText } from '../plainText.ts';
import { fill, type Words } from '../words.ts';

interface Row {
  id: string;
  title: string;
  status: string;
  button: ButtonData;
}

/** What `caseList.template.json` is filled with. */
export interface CaseListData {
  fallbackText: string;
  heading: string;
  isEmpty: boolean;
  mine: Row[];
  mineMore: string;
  here: Row[];
  hereMore: string;
}

const MOST_ROWS = 6;

/** Turns two lists of cases into the card's data; a case that is in both is shown once, as the person's own. */
export function caseListData(
  mine: CaseListItem[],
  here: CaseListItem[],
  moment: Moment,
  words: Words,
): CaseListData {
  const own = new Set(mine.map(({ id }) => id));
  const others = here.filter(({ id }) => !own.has(id));
  const isEmpty = mine.length + others.length === 0;
  const rows = (items: CaseListItem[]) => items.slice(0, MOST_ROWS).map((item) => row(item, moment, words));
  const more = (items: CaseListItem[]) =>
    items.length > MOST_ROWS ? fill(words.case.listMore, { count: items.length - MOST_ROWS }) : '';
  return {
    fallbackText: isEmpty
      ? words.case.listEmpty
      : fill(words.summary.cases, { mine: mine.length, here: others.length }),
    heading: isEmpty ? words.case.listEmpty : words.case.listHeading,
    isEmpty,
    mine: rows(mine),
    mineMore: more(mine),
    here: rows(others),
    hereMore: more(others),
  };
}

function row({ id, title, state, updated, severity }: CaseListItem, moment: Moment, words: Words): Row {
  const at = new Date(updated);
  return {
    id: caseName(id),
    title: plainText(title, 120),
    status: fill(words.case.listStatus, {
      state: words.case.states[state],
      severity,
      when: Number.isNaN(at.getTime()) ? '' : relativeTime(at, moment.now, words),
    }).replace(/[·\s]+$/, ''),
    button: button('showCase', { caseId: id }),
  };
}
