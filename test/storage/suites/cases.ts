import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Change, changeCase } from '../../../src/core/case/changeCase.ts';
import type { Case } from '../../../src/core/case/types.ts';
import { type NewCase, openStorage, type Storage } from '../../../src/storage/storage.ts';
import { ANN, BOB, NOW, someFacts } from '../../core/case/samples.ts';
import type { TestDatabase } from '../databases.ts';

let keys = 0;
export const aNewCase = (other: Partial<NewCase> = {}): NewCase => ({
  facts: someFacts(),
  state: 'ready',
  conversationId: '19:incident',
  owner: ANN,
  submitKey: `key ${keys++}`,
  ...other,
});

export function changed(of: Case, change: Change, by = BOB, at = NOW): Case {
  const result = changeCase(of, change, by, at);
  if ('error' in result) throw new Error(result.error);
  return result.case;
}

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

export function testCases(database: TestDatabase): void {
  describe('cases', () => {
    let url: string;
    let storage: Storage;
    beforeEach(async () => {
      url = await database.fresh();
      storage = openStorage(url);
    });
    afterEach(() => storage.close());

    test('a stored case is found with everything that was put in', async () => {
      const facts = someFacts({
        problem: 'Zeilen\nmit "Anführung" – 漢字 🙂 \\ \u0000 end',
        tried: ["it's", '--; drop'],
      });
      const created = await storage.createCase(aNewCase({ facts }), NOW);
      expect(created.id).toMatch(/^ENT-[234679CFHKNPRWXY]{6}$/);
      expect(await storage.findCase(created.id)).toEqual({
        case: { ...created, facts, state: 'ready', version: 1 },
        conversationId: '19:incident',
        ownerId: ANN.id,
        cardActivityId: undefined,
        updatedAt: NOW.toISOString(),
      });
      expect(created.events).toEqual([
        { at: NOW.toISOString(), byId: ANN.id, byName: 'Ann Lee', did: 'created', note: '' },
      ]);
    });

    test('a case that nobody stored is not found', async () => {
      expect(await storage.findCase('ENT-222222')).toBeUndefined();
    });

    test('it is still there after a restart', async () => {
      const created = await storage.createCase(aNewCase(), NOW);
      await storage.close();
      storage = openStorage(url);
      expect((await storage.findCase(created.id))?.case).toEqual(created);
    });

    test('the same press of a button makes one case, as it is by then', async () => {
      const press = aNewCase();
      const first = await storage.createCase(press, NOW);
      await storage.saveCase(changed(first, { do: 'file', microsoftCase: '2403070040015890' }), 1, NOW);
      const again = await storage.createCase({ ...press, facts: someFacts({ problem: 'other' }) }, later(1));
      expect(again).toMatchObject({ id: first.id, version: 2, state: 'filed', facts: first.facts });
    });

    test('fifty presses at once with five keys make five cases', async () => {
      const presses = Array.from({ length: 50 }, (_, n) => aNewCase({ submitKey: `same ${n % 5}` }));
      const made = await Promise.all(presses.map((press) => storage.createCase(press, NOW)));
      expect(new Set(made.map(({ id }) => id)).size).toBe(5);
    });

    test('an id that is taken is not given twice', async () => {
      const draws = [1, 1, 1, 2];
      await storage.close();
      storage = openStorage(url, { randomBytes: () => new Uint8Array([0, 0, draws.shift() ?? 3]) });
      const first = await storage.createCase(aNewCase(), NOW);
      const second = await storage.createCase(aNewCase(), NOW);
      expect([first.id, second.id]).toEqual(['ENT-222223', 'ENT-222224']);
    });

    test('when every id is taken it says so instead of trying for ever', async () => {
      await storage.close();
      storage = openStorage(url, { randomBytes: () => new Uint8Array(3) });
      await storage.createCase(aNewCase(), NOW);
      await expect(storage.createCase(aNewCase(), NOW)).rejects.toMatchObject({ code: 'broken' });
    });

    test('a change is saved with who did it and when', async () => {
      const created = await storage.createCase(aNewCase(), NOW);
      const filed = changed(created, { do: 'file', microsoftCase: '2403070040015890' }, BOB, later(5));
      expect(await storage.saveCase(filed, 1, later(5))).toBe('saved');
      const closed = changed(filed, { do: 'close', resolution: 'Assigned the group' }, ANN, later(9));
      expect(await storage.saveCase(closed, 2, later(9))).toBe('saved');
      expect(await storage.findCase(created.id)).toMatchObject({
        case: closed,
        updatedAt: later(9).toISOString(),
      });
      expect(closed.events.map(({ did, byName }) => `${byName} ${did}`)).toEqual([
        'Ann Lee created',
        'Bob Ray filed',
        'Ann Lee closed',
      ]);
    });

    test('of two people who edit at once the second is told, and nothing is overwritten', async () => {
      // Two SQLite handles in one process would wait for each other while the process stands still.
      const other = database.name === 'SQLite' ? storage : openStorage(url);
      const created = await storage.createCase(aNewCase(), NOW);
      const byAnn = changed(created, { do: 'edit', facts: someFacts({ impact: 'by Ann' }) }, ANN);
      const byBob = changed(created, { do: 'edit', facts: someFacts({ impact: 'by Bob' }) }, BOB);
      const results = await Promise.all([
        storage.saveCase(byAnn, created.version, NOW),
        other.saveCase(byBob, created.version, NOW),
      ]);
      expect([...results].sort()).toEqual(['changed-meanwhile', 'saved']);
      const winner = results[0] === 'saved' ? byAnn : byBob;
      expect((await storage.findCase(created.id))?.case).toEqual(winner);
      if (other !== storage) await other.close();
    });

    test('twenty changes at once to one case: one is saved', async () => {
      const created = await storage.createCase(aNewCase(), NOW);
      const file = (n: number) => changed(created, { do: 'file', microsoftCase: `24030700400158${n + 10}` });
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => storage.saveCase(file(n), created.version, NOW)),
      );
      expect(results.filter((result) => result === 'saved')).toHaveLength(1);
      expect((await storage.findCase(created.id))?.case.events).toHaveLength(2);
    });

    test('a change to a case that is gone is refused', async () => {
      const created = await storage.createCase(aNewCase({ state: 'draft' }), NOW);
      await storage.forget(ANN.id);
      const filed = changed(created, { do: 'file', microsoftCase: '2403070040015890' });
      expect(await storage.saveCase(filed, 1, NOW)).toBe('changed-meanwhile');
    });

    test('the card of a case is remembered without counting as a change', async () => {
      const created = await storage.createCase(aNewCase(), NOW);
      await storage.setCaseCard(created.id, '1485983408511');
      expect(await storage.findCase(created.id)).toMatchObject({
        cardActivityId: '1485983408511',
        case: { version: 1 },
        updatedAt: NOW.toISOString(),
      });
    });

    test('the lists hold mine and those of this conversation, newest change first, at most twenty', async () => {
      for (let n = 0; n < 23; n++) await storage.createCase(aNewCase(), later(n));
      const elsewhere = await storage.createCase(aNewCase({ conversationId: '19:other' }), later(100));
      const bobs = await storage.createCase(aNewCase({ owner: BOB }), later(50));
      await storage.createCase(aNewCase({ owner: BOB, conversationId: '19:other' }), later(60));
      const { mine, here } = await storage.listCases({ ownerId: ANN.id, conversationId: '19:incident' });
      expect([mine.length, here.length]).toEqual([20, 20]);
      expect([mine[0]?.case.id, here[0]?.case.id]).toEqual([elsewhere.id, bobs.id]);
      expect(mine.map(({ updatedAt }) => updatedAt)).toEqual(
        [100, ...Array.from({ length: 19 }, (_, n) => 22 - n)].map((minutes) => later(minutes).toISOString()),
      );
      expect(await storage.listCases({ ownerId: 'nobody', conversationId: 'nowhere' })).toEqual({
        mine: [],
        here: [],
      });
    });

    test('answers and feedback work as before', async () => {
      expect(await storage.claim('m1', NOW)).toBe(true);
      expect(await storage.claim('m1', NOW)).toBe(false);
      await storage.setReply('m1', 'r1');
      expect(await storage.findReply('m1')).toBe('r1');
      expect(await storage.findReply('m2')).toBeUndefined();
      await storage.addFeedback('AADSTS50105', 'solved', NOW);
      await storage.ready();
    });
  });
}
