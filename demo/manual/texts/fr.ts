import type { ManualTexts } from './manual-texts.js';

export const texts: ManualTexts = {
  title: 'Se connecter avec une application d’authentification',
  subtitle: 'Guide pour les clients du ProfiPortaal',
  made: 'Réalisé le {date}',
  contents: 'Sommaire',
  step: 'Étape {number}',
  example: 'Exemple',
  begin: {
    title: 'Avant de commencer',
    text: [
      'Vos données sur le ProfiPortaal sont protégées par l’authentification multifacteur. Vous vous connectez avec votre mot de passe et un code de vérification à 6 chiffres. Ce code se trouve dans une application d’authentification sur votre téléphone. Vous associez l’application une seule fois ; cela prend quelques minutes.',
    ],
    need: 'Ayez sous la main',
    needs: ['votre adresse e-mail et votre mot de passe du ProfiPortaal', 'votre téléphone'],
    appTitle: 'Application d’authentification',
    app: 'Pas encore d’application d’authentification sur votre téléphone ? Installez-en d’abord une. Ces deux-là sont les plus utilisées ; chaque lien explique comment faire. Une autre application convient aussi.',
    help: 'Un problème ? Contactez votre ProfiAdviseur : {adviser}.',
  },
  chapters: {
    first: {
      title: 'La première connexion',
      lead: 'Vous associez votre application d’authentification au ProfiPortaal. Gardez votre téléphone à portée de main.',
      steps: {
        signIn: {
          title: 'Ouvrez votre ProfiPortaal et connectez-vous',
          text: [
            'Saisissez votre adresse e-mail en {1} et votre mot de passe en {2}. Cliquez sur {signIn} en {3}.',
          ],
          picture: 'L’écran de connexion.',
        },
        scan: {
          title: 'Scannez le code QR avec votre application',
          text: [
            'Ouvrez l’application d’authentification sur votre téléphone et choisissez d’ajouter un compte. Choisissez ensuite Autre compte.',
            'Dirigez l’appareil photo de votre téléphone vers le code QR en {1}. Vous ne pouvez pas le scanner ? Cliquez alors sur {manualEntry} en {2}.',
          ],
          picture: 'L’écran avec le code QR.',
        },
        read: {
          title: 'Lisez le code de vérification',
          text: [
            'Votre application affiche maintenant le ProfiPortaal, avec un code de vérification à 6 chiffres. Un nouveau code apparaît toutes les 30 secondes.',
          ],
          picture:
            'Dessin d’un téléphone avec l’application d’authentification : sous le nom ProfiPortaal se trouve un code à 6 chiffres. Votre application peut être différente.',
        },
        verify: {
          title: 'Saisissez le code de vérification',
          text: ['Recopiez le code de votre application en {1}. Cliquez sur {verify} en {2}.'],
          picture: 'L’écran où vous saisissez le code.',
        },
        keepCodes: {
          title: 'Conservez vos codes de récupération',
          text: [
            'Votre application est associée. Vous recevez maintenant des codes de récupération : ils vous permettent de vous connecter si vous avez perdu votre téléphone. Cliquez sur {download} en {1} ou sur {print} en {2} et conservez les codes en lieu sûr. Vous ne les voyez que maintenant.',
            'Cochez ensuite la case en {3} et cliquez sur {continue} en {4}.',
          ],
          picture: 'L’écran avec vos codes de récupération.',
        },
      },
      end: 'Votre application d’authentification est associée à votre ProfiPortaal.',
    },
    next: {
      title: 'Les connexions suivantes',
      lead: 'Désormais, vous vous connectez avec votre mot de passe et le code que votre application affiche à ce moment.',
      steps: {
        password: {
          title: 'Connectez-vous avec votre mot de passe',
          text: [
            'Saisissez votre adresse e-mail en {1} et votre mot de passe en {2}. Cliquez sur {signIn} en {3}.',
          ],
          picture: 'L’écran de connexion.',
        },
        code: {
          title: 'Saisissez le code de votre application',
          text: [
            'Ouvrez l’application d’authentification sur votre téléphone. Recopiez le code de vérification en {1} et cliquez sur {verify} en {3}.',
            'C’est votre propre ordinateur ? Vous pouvez alors choisir {remember} en {2}. Vous n’aurez pas besoin de code ici pendant quelque temps.',
          ],
          picture: 'L’écran où vous saisissez le code.',
        },
      },
    },
    move: {
      title: 'Associer une autre application',
      lead: 'Vous avez un nouveau téléphone ou souhaitez utiliser une autre application ? Dissociez d’abord l’ancienne.',
      steps: {
        signIn: {
          title: 'Connectez-vous à votre ProfiPortaal',
          text: ['Connectez-vous comme d’habitude. Vous voyez alors la vue d’ensemble.'],
          picture: 'La vue d’ensemble du ProfiPortaal.',
        },
        menu: {
          title: 'Ouvrez les paramètres de votre profil',
          text: [
            'Cliquez sur le petit personnage en haut à droite, en {1}. Cliquez ensuite sur {profile} en {2}.',
          ],
          picture: 'Le petit personnage en haut à droite, avec son menu ouvert.',
        },
        bin: {
          title: 'Cliquez sur la corbeille',
          text: ['À droite de votre application, cliquez sur la corbeille en {1}.'],
          picture:
            'La liste des applications associées. À droite de chaque application se trouve une corbeille.',
        },
        confirm: {
          title: 'Dissociez l’application',
          text: ['Nous vous demandons confirmation. Cliquez sur {unlink} en {1}.'],
          picture: 'La question de confirmation.',
        },
        prove: {
          title: 'Confirmez que c’est bien vous',
          text: ['Saisissez votre mot de passe en {1} et cliquez sur {confirm} en {2}.'],
          picture: 'La fenêtre où vous confirmez avec votre mot de passe.',
        },
        again: {
          title: 'Déconnectez-vous et associez votre nouvelle application',
          text: [
            'Cliquez sur le petit personnage en {1} et sur {signOut} en {2}. Reconnectez-vous ensuite : vous suivez de nouveau les étapes du chapitre 1, avec votre nouvelle application.',
          ],
          picture: 'Le menu du petit personnage.',
        },
      },
      end: 'Supprimez ensuite aussi le ProfiPortaal de votre ancienne application. Ses codes ne fonctionnent plus.',
    },
    lost: {
      title: 'Téléphone perdu ou oublié',
      lead: 'Un code de récupération vous permet de vous connecter sans téléphone. Chaque code fonctionne une seule fois.',
      steps: {
        choose: {
          title: 'Choisissez un code de récupération',
          text: [
            'Connectez-vous avec votre adresse e-mail et votre mot de passe. Le portail demande le code de votre application ? Cliquez alors sur {useRecoveryCode} en {1}.',
          ],
          picture: 'L’écran qui demande le code de votre application.',
        },
        recoveryCode: {
          title: 'Saisissez un code de récupération',
          text: [
            'Recopiez l’un de vos codes de récupération en {1} et cliquez sur {verifyRecoveryCode} en {2}. Rayez ensuite ce code.',
          ],
          picture: 'L’écran où vous saisissez un code de récupération.',
        },
      },
      end: 'Votre téléphone a vraiment disparu ? Dissociez aussitôt l’application, comme au chapitre 3. Pas de codes de récupération ? Appelez votre ProfiAdviseur : {adviser}.',
    },
    codes: {
      title: 'Créer de nouveaux codes de récupération',
      lead: 'Vos codes de récupération sont presque épuisés, ou quelqu’un les a vus ? Créez-en de nouveaux. Les anciens ne fonctionnent alors plus.',
      steps: {
        generate: {
          title: 'Demandez de nouveaux codes de récupération',
          text: [
            'Ouvrez les paramètres de votre profil, comme au chapitre 3. Cliquez sur {generate} en {1}.',
            'Cliquez ensuite sur {generateConfirm} et confirmez avec votre mot de passe.',
          ],
          picture: 'La partie de votre profil sur les codes de récupération.',
        },
        keep: {
          title: 'Conservez vos nouveaux codes de récupération',
          text: [
            'Cliquez sur {download} en {1} ou sur {print} en {2} et conservez les codes. Cochez la case en {3} et cliquez sur {done} en {4}.',
          ],
          picture: 'Vos nouveaux codes de récupération.',
        },
      },
    },
    phone: {
      title: 'Associer sur le téléphone même',
      lead: 'Vous utilisez le ProfiPortaal sur le téléphone où se trouve votre application d’authentification ? Il n’y a alors rien à scanner.',
      steps: {
        open: {
          title: 'Ouvrez votre application depuis l’écran',
          text: [
            'Connectez-vous avec votre adresse e-mail et votre mot de passe. Touchez {openApp} en {1}. Votre application s’ouvre et ajoute le compte d’elle-même.',
            'Votre application est sur un autre appareil ? Touchez alors {2} : vous voyez le code QR.',
          ],
          picture: 'L’écran sur un téléphone.',
        },
        verify: {
          title: 'Saisissez le code de vérification',
          text: [
            'Lisez le code dans votre application et revenez au ProfiPortaal. Recopiez le code en {1} et touchez {verify} en {2}.',
          ],
          picture: 'L’écran sur un téléphone, où vous saisissez le code.',
        },
      },
    },
  },
  trouble: {
    title: 'Cela ne marche pas ?',
    cases: [
      {
        problem: 'Le code n’est pas correct',
        answer:
          'Un code change toutes les 30 secondes. Saisissez le code que votre application affiche maintenant. Votre application contient plusieurs comptes ? Prenez celui du ProfiPortaal.',
      },
      {
        problem: 'Le code reste incorrect',
        answer:
          'L’horloge de votre téléphone avance ou retarde peut-être. Réglez l’heure de votre téléphone sur automatique et essayez un nouveau code.',
      },
      {
        problem: 'Vous ne pouvez pas scanner',
        answer:
          'Sous le code QR, cliquez sur {manualEntry}. Dans votre application, choisissez de saisir une clé et recopiez la clé.',
      },
      {
        problem: 'Vous n’avez ni téléphone ni code de récupération',
        answer: 'Appelez votre ProfiAdviseur : {adviser}.',
      },
    ],
  },
  colophon:
    'Le nom, les codes et le code QR des images sont ceux d’un client fictif. Ils n’ouvrent rien.',
};
