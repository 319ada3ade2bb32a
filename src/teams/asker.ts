import type { TurnContext } from 'botbuilder';
import type { Moment } from '../cards/cards.ts';
import type { Person } from '../core/case/types.ts';
import type { StoredCase } from '../storage/storage.ts';

/** Who presses or writes, and where. */
export interface Asker {
  person: Person;
  /** All threads of a channel are one conversation: its members are the same. */
  conversationId: string;
  /** A chat of one person with the bot. */
  isPersonal: boolean;
  moment: Moment;
}

export function readAsker({ activity }: TurnContext, moment: Moment): Asker {
  return {
    person: { id: activity.from?.id ?? '', name: activity.from?.name ?? '' },
    conversationId: (activity.conversation?.id ?? '').replace(/;messageid=\d+$/, ''),
    isPersonal: activity.conversation?.conversationType === 'personal',
    moment,
  };
}

/** Only people of a case's conversation may see or change it, and whoever created it. */
export const mayUse = ({ conversationId, ownerId }: StoredCase, asker: Asker) =>
  conversationId === asker.conversationId || (ownerId !== '' && ownerId === asker.person.id);
