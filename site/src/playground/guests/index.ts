export { AddPeer } from './add-peer.tsx';
export { Desk } from './desk.ts';
export { GuestRows } from './guest-rows.tsx';
