// input-otp in React, with six slots as its README draws them.
import { OTPInput } from 'input-otp';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const SLOT = {
  width: '2.5rem',
  height: '3.5rem',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  fontSize: '2rem',
  border: '1px solid gray',
};

const renderSlot = ({ char, isActive }, index) =>
  createElement(
    'div',
    { key: index, style: { ...SLOT, outline: isActive ? '2px solid black' : 'none' } },
    char ?? '',
  );

const code = createElement(OTPInput, {
  maxLength: 6,
  autoFocus: true,
  'aria-label': 'Code',
  render: ({ slots }) =>
    createElement('div', { style: { display: 'flex' } }, slots.map(renderSlot)),
});

createRoot(document.querySelector('#field')).render(code);
