/** What a network is like, as the DevTools protocol says it. */
interface Network {
  readonly offline: boolean;
  /** In milliseconds. */
  readonly latency: number;
  /** In bytes a second. */
  readonly downloadThroughput: number;
  readonly uploadThroughput: number;
}

/** What a device and its network are like. */
export interface Conditions {
  readonly name: string;
  /** How many times slower the device is than this machine. */
  readonly slowdown: number;
  /** Absent: that of this machine. */
  readonly network?: Network;
}

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms a request. */
const network: Network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

export const LOOPBACK_1: Conditions = { name: 'loopback, 1×', slowdown: 1 };
export const LOOPBACK_4: Conditions = { name: 'loopback, 4×', slowdown: 4 };
export const SLOW_4G_1: Conditions = { name: 'Slow 4G, 1×', slowdown: 1, network };
export const SLOW_4G_4: Conditions = { name: 'Slow 4G, 4×', slowdown: 4, network };
