# A Rails application in one file, with Devise as its README sets it up: database_authenticatable, rememberable.
require 'action_controller/railtie'
require 'active_record/railtie'
require 'action_mailer/railtie'
require 'devise'
require 'devise/orm/active_record'
require 'rack/handler/puma'

class Garden < Rails::Application
  config.load_defaults 6.1
  config.root = Dir.pwd
  config.eager_load = false
  config.consider_all_requests_local = true
  config.secret_key_base = '9d3f1c0b5a7e4f2286b1c0d94e3a7f58d2c6b9a1e0f34d5c8b7a69f1e2d3c4b5'
  config.session_store :cookie_store, key: '_garden_session'
  config.logger = Logger.new($stderr, level: Logger::WARN)
  config.hosts.clear
  config.action_mailer.default_url_options = { host: 'rails-devise.test' }
end

ENV['DATABASE_URL'] = "sqlite3:#{Dir.pwd}/garden.sqlite3"
Devise.setup do |config|
  config.secret_key = '7f58d2c6b9a1e0f34d5c8b7a69f1e2d3c4b59d3f1c0b5a7e4f2286b1c0d94e3a'
  config.authentication_keys = [:email]
  config.rememberable_options = {}
  config.sign_out_via = :delete
end
Garden.initialize!

class Plant < ActiveRecord::Base; end

class User < ActiveRecord::Base
  devise :database_authenticatable, :rememberable, :validatable
end

class ApplicationController < ActionController::Base
  protect_from_forgery with: :exception
  helper_method :page

  def page(body)
    render inline: <<~HTML, locals: { body: body }
      <!doctype html><title>Garden</title><link rel="icon" href="data:,"><%= csrf_meta_tags %>
      <p class="notice"><%= notice %></p><p class="alert"><%= alert %></p><a href="/">Garden</a> <a id="theme" href="/season/autumn">Autumn</a>
      <% if user_signed_in? %><%= button_to 'Log out', destroy_user_session_path, method: :delete, id: 'logout' %>
      <% else %><%= link_to 'Log in', new_user_session_path %><% end %><%= render inline: body %>
    HTML
  end
end

class PlantsController < ApplicationController
  before_action :authenticate_user!, except: %i[home season]

  def home = page('<h1>The garden</h1>')

  def season
    cookies.permanent[:season] = params[:name]
    redirect_to '/'
  end

  def index
    page('<h1><%= current_user.email %></h1><% Plant.all.each do |plant| %><p><%= plant.name %></p><% end %>' \
         '<%= form_with(url: "/plants", id: "note", local: true) do |f| %><%= f.text_field :name %><%= f.submit %><% end %>')
  end

  def create
    Plant.create!(name: params[:name])
    redirect_to '/plants', notice: 'It is planted.'
  end

  def beds = page('<h1>Beds</h1>')
end

class SessionsController < Devise::SessionsController
  def new
    page('<%= form_with(scope: :user, url: user_session_path, id: "login", local: true) do |f| %><%= f.email_field :email %>' \
         '<%= f.password_field :password %><%= f.check_box :remember_me %><%= f.submit "Log in" %><% end %>')
  end

  private

  def after_sign_in_path_for(_user) = '/plants'
end

Garden.routes.draw do
  devise_for :users, controllers: { sessions: 'sessions' }
  root to: 'plants#home'
  get '/season/:name', to: 'plants#season'
  get '/plants', to: 'plants#index'
  post '/plants', to: 'plants#create'
  get '/beds', to: 'plants#beds'
end
# A file of its own would have been loaded before Devise tells Warden of its users.
Devise.class_variable_set(:@@warden_configured, false)
Devise.configure_warden!

ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define do
  create_table(:users) do |t|
    t.string :email
    t.string :encrypted_password
    t.datetime :remember_created_at
  end
  create_table(:plants) { |t| t.string :name }
end
User.create!(email: "#{ENV.fetch('USER_NAME')}@example.test", password: ENV.fetch('USER_PASSWORD'))
Rack::Handler::Puma.run(Garden, Host: '127.0.0.1', Port: ENV.fetch('PORT'), Silent: true)
