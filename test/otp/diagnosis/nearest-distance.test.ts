import { expect } from '@open-wc/testing';
import { nearestDistance } from '../../../src/otp/diagnosis/nearest-distance.js';

describe('the search for the nearest distance', () => {
  it('looks behind, then ahead, ever further, and stops at the first', async () => {
    const seen: number[] = [];
    const found = await nearestDistance(1, 9, (distance) => {
      seen.push(distance);
      return distance === 3;
    });
    expect(found).to.equal(3);
    expect(seen).to.deep.equal([-1, 1, -2, 2, -3, 3]);
  });

  it('finds what is at the ends, and nothing beyond', async () => {
    const reach = (wanted: number) => nearestDistance(2, 4, (distance) => distance === wanted);
    expect(await Promise.all([-2, 2, -4, 4].map(reach))).to.deep.equal([-2, 2, -4, 4]);
    expect(await Promise.all([1, -1, 0, 5, -5].map(reach))).to.deep.equal(Array(5).fill(undefined));
  });

  it('has one now, without a sign', async () => {
    expect(Object.is(await nearestDistance(0, 0, () => true), 0)).to.be.true;
  });

  it('lets the page work in between', async () => {
    const readClock = performance.now.bind(performance);
    let now = 0;
    let turns = 0;
    const channel = new MessageChannel();
    // As long as the search pauses, this comes round again.
    channel.port1.onmessage = () => {
      turns += 1;
      channel.port2.postMessage(undefined);
    };
    channel.port2.postMessage(undefined);
    performance.now = () => now;
    try {
      // Every look takes a millisecond.
      await nearestDistance(1, 50, () => {
        now += 1;
        return false;
      });
    } finally {
      performance.now = readClock;
      channel.port1.close();
    }
    expect(turns).to.be.at.least(1);
  });
});
