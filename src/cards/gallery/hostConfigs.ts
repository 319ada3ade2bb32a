type Tone = { default: string; subtle: string };
interface Theme {
  page: string;
  card: string;
  border: string;
  text: string;
  subtle: string;
  accent: string;
  good: string;
  warning: string;
  attention: string;
  emphasis: string;
  attentionFill: string;
  goodFill: string;
}

/** Colours near to those of the Teams clients. */
export const THEMES: Record<'light' | 'dark', Theme> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    border: '#d1d1d1',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
    emphasis: '#f5f5f5',
    attentionFill: '#fcf4f6',
    goodFill: '#e7f2da',
  },
  dark: {
    page: '#1f1f1f',
    card: '#2d2c2c',
    border: '#484644',
    text: '#ffffff',
    subtle: '#b3b0ad',
    accent: '#a6a7dc',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f1707b',
    emphasis: '#3b3a39',
    attentionFill: '#3e1f25',
    goodFill: '#0d2e0d',
  },
};

/** A HostConfig of the adaptivecards renderer that looks like Teams. */
export function hostConfig(theme: Theme): object {
  const tone = (color: string): Tone => ({ default: color, subtle: color });
  const foreground = {
    default: { default: theme.text, subtle: theme.subtle },
    dark: tone(theme.text),
    light: tone(theme.subtle),
    accent: tone(theme.accent),
    good: tone(theme.good),
    warning: tone(theme.warning),
    attention: tone(theme.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: foreground });
  const sizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
  const weights = { lighter: 200, default: 400, bolder: 600 };
  return {
    hostCapabilities: null,
    supportsInteractivity: true,
    fontTypes: {
      default: {
        fontFamily: "'Segoe UI', 'Liberation Sans', Arial, sans-serif",
        fontSizes: sizes,
        fontWeights: weights,
      },
      monospace: {
        fontFamily: "Consolas, 'Liberation Mono', monospace",
        fontSizes: { ...sizes, default: 13, small: 12 },
        fontWeights: weights,
      },
    },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.border },
    containerStyles: {
      default: style(theme.card),
      emphasis: style(theme.emphasis),
      accent: style(theme.emphasis),
      good: style(theme.goodFill),
      attention: style(theme.attentionFill),
      warning: style(theme.emphasis),
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder' },
        optionalInputs: { weight: 'bolder' },
      },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 16 },
    },
    table: { cellSpacing: 8 },
    textBlock: { headingLevel: 2 },
  };
}
