#!/usr/bin/perl
# CGI::Application with its plugins Session and Authentication: the login box that the plugin brings.
package Almshouse;
use strict;
use warnings;
use base 'CGI::Application';
use CGI::Application::Plugin::Session;
use CGI::Application::Plugin::Authentication;

__PACKAGE__->authen->config(
  DRIVER => ['Generic', { $ENV{USER_NAME} => $ENV{USER_PASSWORD} }],
  STORE          => 'Session',
  LOGOUT_RUNMODE => 'start',
);
__PACKAGE__->authen->protected_runmodes('residents', 'add', 'rooms');

sub setup {
  my $self = shift;
  $self->start_mode('start');
  $self->mode_param('rm');
  $self->run_modes([qw(start residents rooms add lamp)]);
}

sub cgiapp_init {
  my $self = shift;
  $self->session_config(
    CGI_SESSION_OPTIONS => ['driver:File', $self->query, { Directory => $ENV{SESSIONS} }],
    DEFAULT_EXPIRY      => '+1w',
    COOKIE_PARAMS       => { -path => '/', -expires => '+24h' },
    SEND_COOKIE         => 1,
  );
}

sub page {
  my ($self, $body) = @_;
  my $menu = $self->authen->is_authenticated ? '<a id="logout" href="?authen_logout=1">Log out</a>' : '<a href="?rm=residents">Log in</a>';
  return qq{<!doctype html><title>Almshouse</title><link rel="icon" href="data:,"><h1><a href="house.cgi">Almshouse</a></h1>
<a id="theme" href="?rm=lamp">lamp</a> $menu $body};
}

sub start { return shift->page('<p>Founded in 1612.</p>') }
sub rooms { return shift->page('<h2>Rooms</h2>') }

sub lamp {
  my $self = shift;
  $self->header_add(-cookie => [$self->query->cookie(-name => 'lamp', -value => 'green', -path => '/', -expires => '+1y')]);
  return $self->page('<p>The lamp is green.</p>');
}

sub residents {
  return shift->page('<form id="note" method="post" action="house.cgi"><input type="hidden" name="rm" value="add"><input type="text" name="name"><input type="submit"></form>');
}

sub add {
  my $self = shift;
  $self->header_type('redirect');
  $self->header_props(-url => 'house.cgi?rm=residents');
  return '';
}

package main;
Almshouse->new->run;
