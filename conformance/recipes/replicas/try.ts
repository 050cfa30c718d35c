import { queryMembers } from './query-members.ts';
import { badQueries } from './query-bad.ts';
for (const make of [queryMembers, badQueries]) {
const t=Date.now();
try {
const cases=make();
console.log(make.name, cases.length, JSON.stringify(cases).length, Date.now()-t, cases.filter(c=>c.textOnly).map(c=>c.id), cases.filter(c=>c.timeless).length);
} catch (e) { console.log(String(e).slice(0, 1500)); }
}
