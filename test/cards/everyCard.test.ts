import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { MAX_CARD_LENGTH } from '../../src/cards/renderCard.ts';
import { readRequest } from '../../src/core/request/readRequest.ts';
import { allCards } from './allCards.ts';
import { type Node, nodes, nodesOf } from './cardTree.ts';

// Microsoft's own parser; it knows every element and property of version 1.5, and says what it does not know.
const renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

function parserComplaints(card: unknown): string[] {
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  const parsed = new renderer.AdaptiveCard();
  parsed.parse(card, context);
  const complaints = Array.from(
    { length: context.eventCount },
    (_, at) => context.getEventAt(at).message as string,
  );
  // CodeBlock is an element of Teams; each one has a fallback, which is checked below.
  return [
    ...complaints.filter((message) => !message.includes('"CodeBlock"')),
    ...parsed.validateProperties().validationEvents.map(({ message }: { message: string }) => message),
  ];
}

const isInput = ({ type }: Node) => type?.startsWith('Input.') === true;

describe.each(allCards)('the card %s', (_, card) => {
  test('is a card of version 1.5 that Microsoft’s parser has nothing to say against', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(parserComplaints(card)).toEqual([]);
  });

  test('has one plain line for clients that can’t draw it', () => {
    expect(card.fallbackText).toMatch(/^\S.{8,400}$/);
  });

  test('stays within its size', () => {
    expect(JSON.stringify(card).length).toBeLessThanOrEqual(MAX_CARD_LENGTH);
  });

  test('has a label and an id on every input, and no input that blocks sending', () => {
    for (const input of nodesOf(card).filter(isInput)) {
      expect(input.label).toMatch(/\w/);
      expect(input.id).toMatch(/^(?:f_[A-Za-z]+|copy_template)$/);
      expect(input).not.toHaveProperty('isRequired');
      expect(input).not.toHaveProperty('regex');
    }
  });

  test('has no input id twice', () => {
    const ids = nodesOf(card).flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('gives every Execute a Submit with the same data for old clients, and the bot can read both', () => {
    for (const action of nodes(card, 'Action.Execute')) {
      const data = action.data as { et: { verb: string } };
      expect(action.fallback).toMatchObject({ type: 'Action.Submit', title: action.title, data });
      expect(Object.keys(data)).toEqual(['et']);
      expect(readRequest(data)?.verb).toBe(action.verb);
    }
  });

  test('has every Execute in an ActionSet, and at most four actions in one', () => {
    expect(card).not.toHaveProperty('actions');
    const inSets = nodes(card, 'ActionSet').flatMap(({ actions }) => actions as Node[]);
    for (const action of nodes(card, 'Action.Execute')) expect(inSets).toContain(action);
    for (const { actions } of nodes(card, 'ActionSet'))
      expect((actions as Node[]).length).toBeLessThanOrEqual(4);
  });

  test('has a title on every action', () => {
    for (const action of nodesOf(card).filter(({ type }) => type?.startsWith('Action.')))
      expect(action.title).toMatch(/\w/);
  });

  test('wraps its texts, and begins with a heading', () => {
    for (const block of nodes(card, 'TextBlock')) expect(block.wrap).toBe(true);
    expect(nodesOf(card.body).find(({ type }) => type === 'TextBlock')).toMatchObject({ style: 'heading' });
  });

  test('replaces what only newer or larger clients draw', () => {
    for (const part of [...nodes(card, 'CodeBlock'), ...nodes(card, 'Table')])
      expect((part.fallback as Node).type).toBe('Container');
  });

  test('toggles only what is there', () => {
    const ids = new Set(nodesOf(card).map(({ id }) => id));
    for (const { targetElements } of nodes(card, 'Action.ToggleVisibility'))
      for (const target of targetElements as string[]) expect(ids).toContain(target);
  });

  test('links to https only', () => {
    for (const { url } of nodes(card, 'Action.OpenUrl')) expect(url).toMatch(/^https:\/\/[^\s]+$/);
  });
});
