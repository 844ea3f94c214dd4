% A site with SWI-Prolog's HTTP server as in its manual: http_session, http_dispatch, html_write.
:- use_module(library(http/thread_httpd)).
:- use_module(library(http/http_dispatch)).
:- use_module(library(http/http_session)).
:- use_module(library(http/http_parameters)).
:- use_module(library(http/html_write)).

:- http_handler(root(.), home, []).
:- http_handler(root(theme), theme, []).
:- http_handler(root(login), login, []).
:- http_handler(root(logout), logout, []).
:- http_handler(root(proofs), proofs, []).
:- http_handler(root(lemmas), lemmas, []).
:- dynamic note/1.
:- http_set_session_options([timeout(1800)]).

page(Body) :-
    (   http_session_data(user(_))
    ->  Links = [a(href('/proofs'), 'Proofs'), ' ', a([id(logout), href('/logout')], 'Log out')]
    ;   Links = [a(href('/login'), 'Log in')]
    ),
    reply_html_page([title('Proofs'), link([rel(icon), href('data:,')])],
                    [nav([a(href('/'), 'Home'), ' ', a([id(theme), href('/theme')], 'Dark')|Links])|Body]).

known(User) :- http_session_data(user(User)), !.
known(_) :- throw(http_reply(see_other('/login'))).

home(_) :- page([h1('Proofs for everybody')]).

theme(_) :-
    format('Status: 303 See Other~nLocation: /~nSet-Cookie: palette=dark; Path=/; Max-Age=31536000~nContent-Type: text/plain~n~n').

login(Request) :-
    memberchk(method(post), Request), !,
    http_parameters(Request, [username(User, []), password(Password, [])]),
    (   getenv('USER_NAME', User), getenv('USER_PASSWORD', Password)
    ->  http_session_retractall(user(_)), http_session_assert(user(User)),
        throw(http_reply(see_other('/proofs')))
    ;   throw(http_reply(see_other('/login?error=true')))
    ).
login(_) :-
    page([form([id(login), method(post), action('/login')],
               [input(name(username)), input([type(password), name(password)]),
                input([type(submit), value('Log in')])])]).

proofs(Request) :-
    known(_), memberchk(method(post), Request), !,
    http_parameters(Request, [text(Text, [])]),
    assertz(note(Text)),
    throw(http_reply(see_other('/proofs'))).
proofs(_) :-
    known(User),
    findall(p(Text), note(Text), Notes),
    page([h1(['Proofs of ', User]), div(Notes),
          form([id(note), method(post)], [input([type(text), name(text)]), input([type(submit), value('Add')])])]).

lemmas(_) :- known(_), page([h1('Lemmas')]).

logout(_) :-
    http_session_id(Id), http_close_session(Id),
    throw(http_reply(see_other('/'))).

:- initialization((getenv('PORT', Port), atom_number(Port, Number), http_server(http_dispatch, [port('127.0.0.1':Number)]),
                   thread_get_message(_)), main).
