import type { ButtonData, Carried } from '../../core/request/buttonData.ts';
import type { Cloud, Entry } from '../../core/types.ts';
import { button, carryLess, wayBack } from '../buttons.ts';
import type { Moment } from '../cards.ts';
import { fill, type Words } from '../words.ts';
import { type Found, type FoundRow, foundInMessage } from './foundInMessage.ts';

/** What `nothingFound.template.json` is filled with. */
export interface NothingFoundData {
  fallbackText: string;
  title: string;
  text: string;
  found: FoundRow[];
  needs: { text: string }[];
  lookUps: { title: string; url: string }[];
  /** The way back to the answer, where there was one. */
  back: { button: ButtonData }[];
  buttons: { escalate: ButtonData };
}

const LOOK_UP_HOSTS: Record<Cloud, string> = {
  public: 'login.microsoftonline.com',
  usgov: 'login.microsoftonline.us',
  china: 'login.partner.microsoftonline.cn',
};
const MOST_LOOK_UPS = 3;

/**
 * What to say when no entry fits: that a code is unknown, with Microsoft's own page for it, or what would help.
 *
 * @param errorText the line that looks like the error, empty where there is none
 */
export function nothingFoundData(
  found: Found,
  unknownCodes: string[],
  carried: Carried,
  moment: Moment,
  words: Words,
): NothingFoundData {
  const { nothing } = words;
  const rows = foundInMessage(found, moment, words, unknownCodes);
  // The headline is a TextBlock, which reads markdown: only what has the form of a code gets in.
  const codes = unknownCodes.filter((code) => /^[A-Z][A-Z0-9]{2,24}$/i.test(code)).slice(0, MOST_LOOK_UPS);
  const lookUps = codes.flatMap((code) => lookUp(code, found.cloud ?? 'public', words));
  const isEmpty = rows.length === 0 && carried.errorText === '';
  const [title, text] =
    codes.length > 0
      ? [
          fill(codes.length === 1 ? nothing.unknownOne : nothing.unknownSeveral, {
            code: codes[0]!,
            codes: codes.join(', '),
          }),
          lookUps.length > 0 ? `${nothing.unknownText} ${nothing.unknownLook}` : nothing.unknownText,
        ]
      : isEmpty
        ? [nothing.empty, nothing.emptyText]
        : [nothing.plain, nothing.plainText];
  return {
    fallbackText: title,
    title,
    text,
    found: rows,
    needs: needs(found, codes, words),
    lookUps,
    back: [],
    buttons: { escalate: button('escalate', { carried }) },
  };
}

/** What to say when the person has said no to everything that came into question. */
export function nothingElseData(
  carried: Carried,
  back: Entry | undefined,
  moment: Moment,
  words: Words,
): NothingFoundData {
  const { elseTitle: title, elseText: text } = words.nothing;
  return {
    fallbackText: title,
    title,
    text,
    found: foundInMessage(carried, moment, words),
    needs: needs(carried, carried.codes, words),
    lookUps: [],
    back: wayBack(back, [], carried),
    buttons: { escalate: button('escalate', { carried }) },
  };
}

/** What to leave out of a card that is too large. */
export const nothingFoundCuts: ((data: NothingFoundData) => NothingFoundData)[] = [
  ({ buttons, ...data }) => ({
    ...data,
    back: data.back.map(({ button: data }) => ({ button: carryLess(data) })),
    buttons: { escalate: carryLess(buttons.escalate) },
  }),
];

function needs(found: Found, unknown: string[], { nothing }: Words): { text: string }[] {
  const asked = [
    found.codes.length === 0 && unknown.length === 0 ? nothing.needs.code : undefined,
    nothing.needs.text,
    found.correlationIds.length === 0 || found.timestamps.length === 0 ? nothing.needs.ids : undefined,
    found.resources.length === 0 && found.libraries.length === 0 ? nothing.needs.doing : undefined,
  ];
  return asked.filter((text) => text !== undefined).map((text) => ({ text }));
}

/** Microsoft's page for a code; it takes the digits of AADSTS codes only. */
function lookUp(code: string, cloud: Cloud, { nothing }: Words): NothingFoundData['lookUps'] {
  const digits = /^AADSTS(\d{4,9})$/.exec(code)?.[1];
  if (!digits) return [];
  return [
    { title: fill(nothing.lookUp, { code }), url: `https://${LOOK_UP_HOSTS[cloud]}/error?code=${digits}` },
  ];
}
