import { outcomes } from './outcomes.ts';
import { keeping } from './keeping.ts';
import { rooms } from './room.ts';
import { contents } from './contents.ts';
import { wishes } from './wishes.ts';
import { states } from './states.ts';
import { filters } from './filters.ts';
for (const make of [outcomes, keeping, rooms, contents, wishes, states, filters]) {
const t=Date.now();
try {
const cases=make();
console.log(make.name, cases.length, JSON.stringify(cases).length, Date.now()-t, cases.filter(c=>c.textOnly).map(c=>c.id), cases.filter(c=>c.timeless).length);
} catch (e) { console.log(String(e).slice(0, 1500)); }
}
