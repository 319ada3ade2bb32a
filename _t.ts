import { loadKnowledge } from './src/knowledge/loadKnowledge.ts';
import { buildQuestionIndex } from './src/core/match/questionIndex.ts';
import { buildPatternIndex } from './src/core/match/patternIndex.ts';
import { wordsOf, withoutNoise } from './src/core/match/words.ts';
const entries = await loadKnowledge(['knowledge']);
for (const [n, f] of Object.entries({ pat: buildPatternIndex, quest: buildQuestionIndex })) { const t = performance.now(); f(entries as any); console.log(n, (performance.now() - t).toFixed(0)); }
for (const [n, f] of Object.entries({ pat: buildPatternIndex, quest: buildQuestionIndex })) { const t = performance.now(); f(entries as any); console.log('warm', n, (performance.now() - t).toFixed(0)); }
