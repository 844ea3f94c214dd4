# A Catalyst site as in Catalyst::Manual::Tutorial (05_Authentication): Session, State::Cookie, Store::FastMmap.
package MyApp;
use Moose;
use Catalyst qw(Authentication Session Session::Store::File Session::State::Cookie);
extends 'Catalyst';

__PACKAGE__->config(
  name                     => 'MyApp',
  encoding                 => 'UTF-8',
  'Plugin::Authentication' => {
    default => {
      credential => {class => 'Password', password_field => 'password', password_type => 'clear'},
      store      => {class => 'Minimal', users => {$ENV{USER_NAME} => {password => $ENV{USER_PASSWORD}}}},
    }
  },
  'Plugin::Session' => {storage => "$ENV{SESSIONS}", flash_to_stash => 1},
);

package MyApp::Controller::Root;
BEGIN { $INC{'MyApp/Controller/Root.pm'} = __FILE__ }
use Moose;
BEGIN { extends 'Catalyst::Controller' }
__PACKAGE__->config(namespace => '');
my @books;

sub show {
  my ($c, $body) = @_;
  my $menu = $c->user_exists ? '<a id="logout" href="/logout">Logout</a>' : '<a href="/login">Login</a>';
  my $msg  = $c->flash->{status_msg} // '';
  $c->response->content_type('text/html; charset=utf-8');
  $c->response->body(qq{<!doctype html><title>Books</title><link rel="icon" href="data:,"><a href="/">Books</a>
<a id="theme" href="/show?rows=50">50 rows</a> $menu <span class="message">$msg</span>$body});
}

sub auto : Private {
  my ($self, $c) = @_;
  return 1 unless $c->request->path =~ m{^books};
  return 1 if $c->user_exists;
  $c->response->redirect($c->uri_for('/login'));
  return 0;
}

sub index : Path : Args(0) { show($_[1], '<h1>Books</h1>') }

sub rows : Path('show') {
  my ($self, $c) = @_;
  $c->response->cookies->{rows} = {value => $c->request->params->{rows}, expires => '+1y'};
  $c->response->redirect('/');
}

sub login : Local {
  my ($self, $c) = @_;
  my ($username, $password) = @{$c->request->params}{qw(username password)};
  if ($username && $password) {
    if ($c->authenticate({username => $username, password => $password})) {
      $c->response->redirect($c->uri_for('/books/list'));
      return;
    }
    $c->stash(error_msg => 'Bad username or password.');
  }
  show($c, q{<form id="login" method="post" action="/login"><input type="text" name="username"><input type="password" name="password">
<input type="submit" name="submit" value="Submit"></form>});
}

sub list : Path('books/list') {
  my ($self, $c) = @_;
  if ($c->request->method eq 'POST') {
    push @books, $c->request->params->{title};
    $c->flash->{status_msg} = 'Book created.';
    $c->response->redirect('/books/list');
    return;
  }
  show($c, '<form id="note" method="post"><input type="text" name="title"><input type="submit"></form>');
}

sub authors : Path('books/authors') { show($_[1], '<h2>Authors</h2>') }

sub logout : Local {
  my ($self, $c) = @_;
  $c->logout;
  $c->response->redirect($c->uri_for('/'));
}

package main;
MyApp->setup;
MyApp->psgi_app;
