import { describe, expect, test } from '@jest/globals';
import { readMessage } from '../../src/teams/readMessage.ts';

const bot = { recipient: { id: '28:bot', name: 'Entra Triage' } } as never;
const html = (content: string) => ({ attachments: [{ contentType: 'text/html', content }] });
const mention = (text: string, id = '28:bot') => ({
  type: 'mention',
  mentioned: { id, name: text.replace(/<[^>]*>/g, '') },
  text,
});
const read = (activity: Record<string, unknown>) => readMessage({ ...(bot as object), ...activity }).text;

describe('a message is read as the person wrote it', () => {
  test.each([
    ['plain text', { text: 'AADSTS50011: x' }, 'AADSTS50011: x'],
    ['line breaks of plain text', { text: 'a\nb' }, 'a\nb'],
    ['angle brackets in plain text', { text: 'tenant <TenantId> & co' }, 'tenant <TenantId> & co'],
    [
      'a mention in front',
      { text: '<at>Entra Triage</at> AADSTS50011', entities: [mention('<at>Entra Triage</at>')] },
      'AADSTS50011',
    ],
    [
      'a mention in the middle',
      { text: 'see <at>Entra Triage</at> AADSTS50011', entities: [mention('<at>Entra Triage</at>')] },
      'see AADSTS50011',
    ],
    [
      'two mentions of the bot',
      { text: '<at>Entra Triage</at> <at>Entra Triage</at> x', entities: [mention('<at>Entra Triage</at>')] },
      'x',
    ],
    [
      'a name that is split into two tags',
      {
        text: '<at>Entra</at> <at>Triage</at> x',
        entities: [mention('<at>Entra</at>'), mention('<at>Triage</at>')],
      },
      'x',
    ],
    [
      'a mention of somebody else',
      { text: 'ask <at>Kim</at> about it', entities: [mention('<at>Kim</at>', '29:kim')] },
      'ask Kim about it',
    ],
    [
      'a mention without text',
      { text: 'x', entities: [{ type: 'mention', mentioned: { id: '28:bot' } }] },
      'x',
    ],
    ['no entities at all', { text: 'x', entities: null }, 'x'],
    ['no text at all', {}, ''],
    ['the new form of quotes', { text: '<quoted messageId="1"/>AADSTS50011' }, 'AADSTS50011'],
    [
      'HTML before text, because it keeps line breaks',
      { text: 'ab', ...html('<div>a</div><div>b</div>') },
      'a\n\nb',
    ],
    ['HTML entities', html('<p>tenant &lt;TenantId&gt;&nbsp;x</p>'), 'tenant <TenantId> x'],
    [
      'a code block',
      html(
        '<p itemtype="http://schema.skype.com/CodeBlockEditor">&nbsp;</p><pre class="language-json" itemid="c"><code>{<br>&nbsp; "error": <span class="hljs-string">"x"</span><br>}</code></pre>',
      ),
      '{\n  "error": "x"\n}',
    ],
    [
      'the code block of a message extension',
      html('<codeblock class="x"><code>AADSTS50011</code></codeblock>'),
      'AADSTS50011',
    ],
    ['scripts are no text', html('<script>alert(1)</script><p>x</p>'), 'x'],
    ['a table', html('<table><tr><td>Error code</td><td>50011</td></tr></table>'), 'Error code\t50011'],
  ])('%s', (_, activity, text) => {
    expect(read(activity).replace(/\n{2,}/g, '\n\n')).toBe(text.replace(/\n{2,}/g, '\n\n'));
  });

  test('the mention in the HTML of a channel message goes too', () => {
    const content =
      '<p><span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">ridotest</span>&nbsp;reply to thread</p>';
    expect(
      read({
        text: '<at>ridotest</at> reply to thread',
        entities: [mention('<at>ridotest</at>')],
        ...html(content),
      }),
    ).toBe('reply to thread');
  });

  test('what is quoted counts, behind the own words and without the name of the other', () => {
    const content =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="8:orgid:x">Kim Akers</strong><span itemprop="time" itemid="1"></span><p itemprop="preview">AADSTS50105: blocked</p></blockquote><p>what is this?</p>';
    expect(read(html(content))).toBe('what is this?\n\nAADSTS50105: blocked');
  });
});

test('a screenshot is noticed, a card is not an attachment of the person', () => {
  expect(readMessage({ attachments: [{ contentType: 'image/png', contentUrl: 'x' }] }).hasAttachment).toBe(
    true,
  );
  expect(readMessage({ attachments: [{ contentType: 'text/html', content: '' }] }).hasAttachment).toBe(false);
  expect(
    readMessage({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] }).hasAttachment,
  ).toBe(false);
});

test('HTML nested ten thousand deep is read in bounded time', () => {
  expect(read(html(`${'<div>'.repeat(10_000)}AADSTS50011${'</div>'.repeat(10_000)}`))).toBe('AADSTS50011');
});
