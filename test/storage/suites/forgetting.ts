import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStorage, type Storage } from '../../../src/storage/storage.ts';
import { ANN, BOB, NOW, someFacts } from '../../core/case/samples.ts';
import type { TestDatabase } from '../databases.ts';
import { aNewCase, changed } from './cases.ts';

const DAY = 86_400_000;

export function testForgetting(database: TestDatabase): void {
  describe('forgetting', () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = openStorage(await database.fresh());
    });
    afterEach(() => storage.close());

    test("a person's drafts are deleted, and other people's stay", async () => {
      const draft = await storage.createCase(aNewCase({ state: 'draft' }), NOW);
      const bobs = await storage.createCase(aNewCase({ state: 'draft', owner: BOB }), NOW);
      expect(await storage.forget(ANN.id)).toMatchObject({ cases: 1 });
      expect(await storage.findCase(draft.id)).toBeUndefined();
      expect((await storage.findCase(bobs.id))?.ownerId).toBe(BOB.id);
    });

    test('in other cases of the person nothing tells who it was', async () => {
      const facts = someFacts({
        problem: 'Ann Lee (ann@contoso.com) sees it.',
        tried: ['Ann Lee signed in again'],
      });
      const created = await storage.createCase(aNewCase({ facts }), NOW);
      const closed = changed(created, { do: 'close', resolution: 'Ann Lee got the role' }, ANN);
      await storage.saveCase(closed, 1, NOW);
      expect(await storage.forget(ANN.id)).toEqual({ cases: 0, changed: 1 });
      const stored = await storage.findCase(created.id);
      expect(JSON.stringify(stored)).not.toMatch(/Ann Lee|ann@contoso|29:ann/i);
      expect(stored).toMatchObject({ ownerId: '', case: { facts: { contact: '', user: '[removed]' } } });
      expect(stored?.case.facts.correlationIds).toEqual(facts.correlationIds);
      expect((await storage.listCases({ ownerId: ANN.id, conversationId: 'x' })).mine).toEqual([]);
    });

    test("in other people's cases only the name of the person goes", async () => {
      const facts = someFacts({ contact: 'Bob Ray', problem: 'Ann Lee saw it first.' });
      const created = await storage.createCase(aNewCase({ owner: BOB, facts }), NOW);
      await storage.saveCase(changed(created, { do: 'close', resolution: 'fixed' }, ANN), 1, NOW);
      await storage.forget(ANN.id);
      const { case: stored, ownerId } = (await storage.findCase(created.id))!;
      expect(ownerId).toBe(BOB.id);
      expect(stored.events.map(({ byName }) => byName)).toEqual(['Bob Ray', '']);
      expect(stored.facts).toMatchObject({ contact: 'Bob Ray', problem: '[removed] saw it first.' });
    });

    test('a change that was begun before comes too late to bring the person back', async () => {
      const created = await storage.createCase(aNewCase(), NOW);
      await storage.forget(ANN.id);
      expect(await storage.saveCase(changed(created, { do: 'edit', facts: someFacts() }), 1, NOW)).toBe(
        'changed-meanwhile',
      );
    });

    test('somebody without an id forgets nobody', async () => {
      await storage.createCase(aNewCase({ state: 'draft', owner: { id: '', name: '' } }), NOW);
      expect(await storage.forget('')).toEqual({ cases: 0, changed: 0 });
    });

    test('a purge takes old drafts and closed cases, and leaves what somebody waits for', async () => {
      const at = (daysAgo: number) => new Date(NOW.getTime() - daysAgo * DAY);
      const make = async (state: 'draft' | 'ready' | 'filed' | 'closed', daysAgo: number) =>
        (await storage.createCase(aNewCase({ state }), at(daysAgo))).id;
      const old = { draft: await make('draft', 91), closed: await make('closed', 91) };
      const kept = [
        await make('draft', 89),
        await make('closed', 89),
        await make('ready', 91),
        await make('filed', 400),
      ];
      const touched = await storage.createCase(aNewCase({ state: 'draft' }), at(200));
      await storage.saveCase(changed(touched, { do: 'edit', facts: someFacts({ steps: '' }) }), 1, at(3));
      await storage.claim('old', at(91));
      await storage.claim('new', at(1));
      await storage.purge(at(90));
      for (const id of Object.values(old)) expect(await storage.findCase(id)).toBeUndefined();
      for (const id of [...kept, touched.id]) expect(await storage.findCase(id)).toBeDefined();
      expect([await storage.claim('old', NOW), await storage.claim('new', NOW)]).toEqual([true, false]);
    });
  });
}
