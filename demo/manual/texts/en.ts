import type { ManualTexts } from './manual-texts.js';

export const texts: ManualTexts = {
  title: 'Signing in with an authenticator app',
  subtitle: 'Manual for customers of the ProfiPortaal',
  made: 'Made on {date}',
  contents: 'Contents',
  step: 'Step {number}',
  example: 'Example',
  begin: {
    title: 'Before you begin',
    text: [
      'Your details on the ProfiPortaal are protected by multi-factor authentication. You sign in with your password and with an authorization code of 6 digits. You find that code in an authenticator app on your phone. You link the app once; that takes a few minutes.',
    ],
    need: 'Have at hand',
    needs: ['your email address and password of the ProfiPortaal', 'your phone'],
    appTitle: 'Authenticator app',
    app: 'No authenticator app on your phone yet? Then install one first. These two are used most; each link explains how. Any other app works too.',
    help: 'Are you stuck? Contact your ProfiAdviseur: {adviser}.',
  },
  chapters: {
    first: {
      title: 'Signing in for the first time',
      lead: 'You link your authenticator app to the ProfiPortaal. Keep your phone at hand.',
      steps: {
        signIn: {
          title: 'Go to your ProfiPortaal and sign in',
          text: [
            'Enter your email address at {1} and your password at {2}. Click {signIn} at {3}.',
          ],
          picture: 'The screen where you sign in.',
        },
        scan: {
          title: 'Scan the QR code with your app',
          text: [
            'Open the authenticator app on your phone and choose to add an account. Then choose other account.',
            'Aim the camera of your phone at the QR code at {1}. Can you not scan it? Then click {manualEntry} at {2}.',
          ],
          picture: 'The screen with the QR code.',
        },
        read: {
          title: 'Read the authorization code',
          text: [
            'Your app now shows the ProfiPortaal with a 6-digit authorization code. A new one comes every 30 seconds.',
          ],
          picture:
            'Drawing of a phone with the authenticator app: under the name ProfiPortaal there is a code of 6 digits. Your app may look different.',
        },
        verify: {
          title: 'Enter the authorization code',
          text: ['Type the code from your app at {1}. Click {verify} at {2}.'],
          picture: 'The screen where you enter the code.',
        },
        keepCodes: {
          title: 'Keep your recovery codes',
          text: [
            'Your app is linked. You now get recovery codes: with these you sign in when you have lost your phone. Click {download} at {1} or {print} at {2} and keep the codes in a safe place. You see them only now.',
            'Then tick the box at {3} and click {continue} at {4}.',
          ],
          picture: 'The screen with your recovery codes.',
        },
      },
      end: 'Your authenticator app is linked to your ProfiPortaal.',
    },
    next: {
      title: 'Signing in the next time',
      lead: 'From now on you sign in with your password and the code that your app shows at that moment.',
      steps: {
        password: {
          title: 'Sign in with your password',
          text: [
            'Enter your email address at {1} and your password at {2}. Click {signIn} at {3}.',
          ],
          picture: 'The screen where you sign in.',
        },
        code: {
          title: 'Enter the code from your app',
          text: [
            'Open the authenticator app on your phone. Type the authorization code at {1} and click {verify} at {3}.',
            'Is this your own computer? Then you may choose {remember} at {2}. You then need no code here for some time.',
          ],
          picture: 'The screen where you enter the code.',
        },
      },
    },
    move: {
      title: 'Linking another authenticator app',
      lead: 'Do you have a new phone, or would you like to use another app? Then first remove the link with the old app.',
      steps: {
        signIn: {
          title: 'Sign in to your ProfiPortaal',
          text: ['Sign in as you always do. You then see the overview.'],
          picture: 'The overview of the ProfiPortaal.',
        },
        menu: {
          title: 'Go to your profile settings',
          text: ['Click the person icon at the top right at {1}. Then click {profile} at {2}.'],
          picture: 'The person icon at the top right, with its menu open.',
        },
        bin: {
          title: 'Click the bin',
          text: ['To the right of your app, click the bin at {1}.'],
          picture: 'The list of linked apps. To the right of each app there is a bin.',
        },
        confirm: {
          title: 'Remove the link',
          text: ['We ask whether you are sure. Click {unlink} at {1}.'],
          picture: 'The question whether you want to remove the link.',
        },
        prove: {
          title: 'Confirm that it is you',
          text: ['Enter your password at {1} and click {confirm} at {2}.'],
          picture: 'The window where you confirm with your password.',
        },
        again: {
          title: 'Sign out and link your new app',
          text: [
            'Click the person icon at {1} and {signOut} at {2}. Then sign in again: you go through the steps of chapter 1, now with your new app.',
          ],
          picture: 'The menu of the person icon.',
        },
      },
      end: 'After that, remove the ProfiPortaal from your old app too. The codes in it no longer work.',
    },
    lost: {
      title: 'Your phone is lost or left behind',
      lead: 'With a recovery code you sign in without a phone. Each recovery code works once.',
      steps: {
        choose: {
          title: 'Choose a recovery code',
          text: [
            'Sign in with your email address and password. Does the portal ask for the code from your app? Then click {useRecoveryCode} at {1}.',
          ],
          picture: 'The screen that asks for the code from your app.',
        },
        recoveryCode: {
          title: 'Enter a recovery code',
          text: [
            'Type one of your recovery codes at {1} and click {verifyRecoveryCode} at {2}. Then cross the code out.',
          ],
          picture: 'The screen where you enter a recovery code.',
        },
      },
      end: 'Is your phone really gone? Then remove the link at once, as in chapter 3. No recovery codes? Call your ProfiAdviseur: {adviser}.',
    },
    codes: {
      title: 'Making new recovery codes',
      lead: 'Are your recovery codes nearly used up, or has somebody seen them? Then make new ones. The old ones stop working.',
      steps: {
        generate: {
          title: 'Ask for new recovery codes',
          text: [
            'Go to your profile settings, as in chapter 3. Click {generate} at {1}.',
            'Then click {generateConfirm} and confirm with your password.',
          ],
          picture: 'The part of your profile settings about recovery codes.',
        },
        keep: {
          title: 'Keep your new recovery codes',
          text: [
            'Click {download} at {1} or {print} at {2} and keep the codes. Tick the box at {3} and click {done} at {4}.',
          ],
          picture: 'Your new recovery codes.',
        },
      },
    },
    phone: {
      title: 'Linking on the phone itself',
      lead: 'Do you use the ProfiPortaal on the phone that has your authenticator app? Then there is nothing to scan.',
      steps: {
        open: {
          title: 'Open your app from the screen',
          text: [
            'Sign in with your email address and password. Tap {openApp} at {1}. Your app opens and adds the account by itself.',
            'Is your app on another device? Then tap at {2}: you see the QR code.',
          ],
          picture: 'The screen on a phone.',
        },
        verify: {
          title: 'Enter the authorization code',
          text: [
            'Read the code in your app and go back to the ProfiPortaal. Type the code at {1} and tap {verify} at {2}.',
          ],
          picture: 'The screen on a phone where you enter the code.',
        },
      },
    },
  },
  trouble: {
    title: 'Does it not work?',
    cases: [
      {
        problem: 'The code is not right',
        answer:
          'A code changes every 30 seconds. Enter the code that your app shows now. Are there more accounts in your app? Take the one of the ProfiPortaal.',
      },
      {
        problem: 'The code keeps being wrong',
        answer:
          'The clock of your phone may be fast or slow. Set the time on your phone to automatic and try a new code.',
      },
      {
        problem: 'You cannot scan',
        answer:
          'Below the QR code, click {manualEntry}. In your app choose to enter a key, and take over the key.',
      },
      {
        problem: 'You have no phone and no recovery code',
        answer: 'Call your ProfiAdviseur: {adviser}.',
      },
    ],
  },
  colophon:
    'The name, the codes and the QR code in the pictures belong to an invented customer. They open nothing.',
};
