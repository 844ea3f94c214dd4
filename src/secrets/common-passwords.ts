/** The passwords that people choose most: no secret is one by them either. */
export const COMMON_PASSWORDS = `
123456 123456789 12345678 1234567890 1234567 12345 1234 123 111111 000000 123123 654321 666666
121212 112233 696969 888888 123321 11111111 00000000 987654321 88888888 99999999 55555555 77777777
222222 333333 444444 555555 777777 999999 131313 101010 159753 147258369 789456123 123654 246810
13579 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz!QAZ zaq12wsx !QAZ2wsx qazwsx qazwsxedc qwerty
qwerty1 qwerty12 qwerty123 qwerty1234 qwertyuiop qwert asdfgh asdf1234 zxcvbn zxcvbnm zxcvbnm123
abc abc123 abcd abcd1234 abcdef abcdefg abcdefgh a1b2c3 a1b2c3d4 aa123456 a123456 password1
password12 password123 password1234 password! Password Password1 Password123 Password123! passwd
pass123 pass1234 passpass passport1 mypassword mypass welcome welcome1 welcome123 Welcome1
Welcome123 admin1 admin1234 admin12345 admin@123 Admin123 Admin@123 administrator1 root123
rootroot root1234 user123 user1234 guest123 demo123 demo1234 login123 master master123 manager
manager1 super superman superuser supervisor batman spiderman ironman captain hunter hunter2
dragon monkey tiger lion eagle falcon phoenix1 shadow sunshine princess iloveyou iloveyou1 love
lovely loveme lovers football baseball basketball hockey soccer tennis golf gaming pokemon pikachu
naruto mario zelda starwars startrek matrix neo trinity morpheus skywalker yoda vader jedi hello
hello123 hello1 hola bonjour ciao hallo summer winter spring1 autumn january february march april
may june july august september october november december monday friday michael michelle jennifer
jessica ashley amanda daniel david robert thomas charlie jordan george andrew joshua matthew
anthony william james john joseph maria anna alice bob eve mallory carol peter paul mike tom jerry
oscar max buddy rocky bailey ginger pepper1 cookie1 coffee chocolate banana orange apple cherry
lemon peach cheese pizza burger chicken computer internet laptop samsung iphone android google
facebook twitter youtube amazon microsoft windows linux ubuntu debian redhat centos fedora apache
nginx access14 access1 freedom liberty america usa canada london paris berlin tokyo seoul moscow
mexico brazil india china korea 1234qwer qwer1234 qweasd qweasdzxc q1w2e3r4 q1w2e3r4t5 1234abcd
123abc 123qwe 123456a 123456q 123456abc 1a2b3c p4ssw0rd pa55 pwd pwd123 passme letmein1 letmein123
whatever1 trustme changeme1 changeme123 Changeme123 ChangeMe123 changeme! default1 test1 test12
test12345 testpass testpassword test@123 Test123 Test1234 tester tester123 temp temp123 temporary
temppass public system sysadmin system123 oracle1 cisco cisco123 router switch firewall network
security secure secure123 safe private1 hidden mystery magic magic123 merlin wizard rainbow flower
butterfly angel heaven diamond golden silver purple yellow green blue red black white killer
ranger thunder storm lightning fire water earth air moon star sun galaxy universe cosmos rocket
jupiter saturn mercury venus mars pluto
`;
