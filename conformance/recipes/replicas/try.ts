import { outcomes } from './outcomes.ts';
import { keeping } from './keeping.ts';
const t=Date.now();
const cases=[...outcomes(), ...keeping()];
console.log(cases.length, JSON.stringify(cases).length, Date.now()-t, cases.filter(c=>c.textOnly).map(c=>c.id), cases.filter(c=>c.timeless).length);
