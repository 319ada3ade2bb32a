import { hostConfig, THEMES } from './hostConfigs.ts';

export interface Exhibit {
  name: string;
  card: unknown;
}

const COLUMNS = [
  { title: 'Light', theme: 'light', width: 480 },
  { title: 'Dark', theme: 'dark', width: 480 },
  { title: 'Phone, 320 px', theme: 'light', width: 320 },
  { title: 'Phone, dark', theme: 'dark', width: 320 },
] as const;

/**
 * A page that draws cards with Microsoft's own renderer, in light, dark and on a narrow phone.
 *
 * @param renderer the text of `adaptivecards.min.js`
 * @returns a page that needs nothing else and no network
 */
export function galleryPage(exhibits: Exhibit[], renderer: string): string {
  const configs = { light: hostConfig(THEMES.light), dark: hostConfig(THEMES.dark) };
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Cards of Entra Triage</title>
<style>${css()}</style>
<h1>Cards of Entra Triage</h1>
<p>Drawn with the adaptivecards renderer. Teams differs in details: it draws code blocks, and its own buttons.</p>
<main></main>
<script>${renderer.replaceAll('</script', '<\\/script')}</script>
<script>
const exhibits = ${inScript(exhibits)};
const configs = ${inScript(configs)};
const columns = ${inScript(COLUMNS)};
(${draw.toString()})({ exhibits, configs, columns, AdaptiveCards, document });
</script>
</html>
`;
}

/** JSON that can stand in a script element. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

// Phones draw cards with native text views, which break a long word at the edge.
function css(): string {
  const theme = (name: 'light' | 'dark') => {
    const t = THEMES[name];
    return `.${name}{background:${t.page};color:${t.text}} .${name} .frame{background:${t.card};border-color:${t.border}}
.${name} .ac-pushButton{background:${t.card};color:${t.text};border:1px solid ${t.border}}
.${name} input,.${name} textarea,.${name} select{background:${t.emphasis};color:${t.text};border:1px solid ${t.border}}
.${name} .ac-anchor,.${name} a{color:${t.accent}}`;
  };
  return `body{font:14px 'Segoe UI','Liberation Sans',Arial,sans-serif;margin:24px}
.row{display:flex;align-items:flex-start}
.row>div{padding:16px;flex:none}.frame{border:1px solid;border-radius:6px;overflow:hidden}
.ac-pushButton{font:600 14px 'Segoe UI','Liberation Sans',Arial;padding:6px 12px;border-radius:4px;min-width:0;cursor:pointer}
.ac-actionSet{flex-wrap:wrap;row-gap:8px}
.ac-input{padding:6px 8px;border-radius:4px;font:inherit;box-sizing:border-box}
textarea.ac-input{min-height:72px}
.ac-selectable{cursor:pointer}
.phone .ac-richTextBlock{overflow-wrap:anywhere}
${theme('light')}
${theme('dark')}`;
}

interface Page {
  exhibits: Exhibit[];
  configs: Record<string, object>;
  columns: typeof COLUMNS;
  // The renderer and the DOM are not known to the type checker of a Node project.
  AdaptiveCards: Record<string, new (config?: object) => Drawing>;
  document: { createElement(name: string): Element; querySelector(name: string): Element };
}
interface Drawing {
  hostConfig: unknown;
  parse(card: unknown): void;
  render(): Element;
}
interface Element {
  id: string;
  className: string;
  textContent: string;
  style: { width: string };
  append(...children: (Element | string)[]): void;
}

/** Runs in the page. */
function draw({ exhibits, configs, columns, AdaptiveCards, document }: Page): void {
  for (const { name, card } of exhibits) {
    const json = JSON.stringify(card);
    const title = document.createElement('h2');
    title.textContent = `${name} (${json.length.toLocaleString('en')} characters)`;
    const row = document.createElement('div');
    row.className = 'row';
    row.id = name.replace(/\W+/g, '-');
    for (const [at, { title: heading, theme, width }] of columns.entries()) {
      const view = new AdaptiveCards.AdaptiveCard!();
      view.hostConfig = new AdaptiveCards.HostConfig!(configs[theme]);
      // Four copies of an input on one page must not share a name.
      view.parse(JSON.parse(json.replaceAll('"id":"f_', `"id":"f_${at}_`)));
      const frame = document.createElement('div');
      frame.className = 'frame';
      frame.style.width = `${width}px`;
      frame.append(view.render());
      const column = document.createElement('div');
      column.className = width < 400 ? `${theme} phone` : theme;
      column.append(heading, frame);
      row.append(column);
    }
    document.querySelector('main').append(title, row);
  }
}
