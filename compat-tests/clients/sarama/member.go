package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/Shopify/sarama"
)

// member takes part in a group: sarama calls it for each session, between two rebalances.
type member struct {
	owner   *consumer
	group   sarama.ConsumerGroup
	cancel  context.CancelFunc
	ended   chan struct{}
	session sarama.ConsumerGroupSession // guarded by the owner's lock
}

func (c *consumer) subscribe(args arguments) (interface{}, error) {
	var topics []string
	if err := json.Unmarshal(args.Topics, &topics); err != nil {
		return nil, err
	}
	group, err := sarama.NewConsumerGroup([]string{c.bootstrap}, c.group, c.client.Config())
	if err != nil {
		return nil, err
	}
	running, cancel := context.WithCancel(context.Background())
	one := &member{owner: c, group: group, cancel: cancel, ended: make(chan struct{})}
	c.member = one
	go func() {
		for err := range group.Errors() {
			fmt.Fprintln(os.Stderr, "group:", err)
		}
	}()
	go one.takePart(running, topics)
	return nil, nil
}

// takePart joins again after each rebalance, as sarama asks of its users.
func (m *member) takePart(running context.Context, topics []string) {
	defer close(m.ended)
	for running.Err() == nil {
		if err := m.group.Consume(running, topics, m); err != nil {
			fmt.Fprintln(os.Stderr, "session:", err)
			select {
			case <-running.Done():
			case <-time.After(200 * time.Millisecond):
			}
		}
	}
}

// Setup begins a session.
func (m *member) Setup(session sarama.ConsumerGroupSession) error {
	m.owner.lock.Lock()
	defer m.owner.lock.Unlock()
	m.session = session
	return nil
}

// Cleanup ends a session: what is still on its way is of no use to anybody.
func (m *member) Cleanup(sarama.ConsumerGroupSession) error {
	m.owner.lock.Lock()
	defer m.owner.lock.Unlock()
	m.session = nil
	for where := range m.owner.epochs {
		m.owner.epochs[where]++
	}
	m.owner.positions = map[place]int64{}
	return nil
}

// ConsumeClaim hands on the messages of a partition while the session lasts.
func (m *member) ConsumeClaim(session sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	where := place{claim.Topic(), claim.Partition()}
	m.owner.lock.Lock()
	m.owner.epochs[where]++
	epoch := m.owner.epochs[where]
	m.owner.lock.Unlock()
	for one := range claim.Messages() {
		select {
		case m.owner.arrivals <- arrival{message: one, where: where, epoch: epoch}:
		case <-session.Context().Done():
			return nil
		}
	}
	return nil
}

func (m *member) close() error {
	m.cancel()
	<-m.ended
	return m.group.Close()
}

// atCoordinator asks the group's coordinator, again if the connection to it was lost.
func (c *consumer) atCoordinator(ask func(*sarama.Broker) error) error {
	var err error
	for attempt := 0; attempt < 5; attempt++ {
		var broker *sarama.Broker
		if broker, err = c.client.Coordinator(c.group); err == nil {
			if err = ask(broker); err == nil {
				return nil
			}
			if _, fromBroker := err.(sarama.KError); fromBroker {
				return err
			}
			_ = broker.Close()
		}
		time.Sleep(200 * time.Millisecond)
		_ = c.client.RefreshCoordinator(c.group)
	}
	return err
}

func (c *consumer) commit(args arguments) (interface{}, error) {
	request := &sarama.OffsetCommitRequest{Version: 2, ConsumerGroup: c.group, RetentionTime: -1,
		ConsumerGroupGeneration: sarama.GroupGenerationUndefined}
	c.lock.Lock()
	if c.member != nil && c.member.session != nil {
		request.ConsumerGroupGeneration = c.member.session.GenerationID()
		request.ConsumerID = c.member.session.MemberID()
	}
	if args.Offsets == nil {
		for where, offset := range c.positions {
			request.AddBlock(where.topic, where.partition, offset, 0, "")
		}
	}
	c.lock.Unlock()
	for _, parts := range args.Offsets {
		where, err := placeOf(parts)
		if err != nil {
			return nil, err
		}
		offset, err := offsetOf(parts[2])
		if err != nil {
			return nil, err
		}
		request.AddBlock(where.topic, where.partition, offset, 0, text(parts[3]))
	}
	return nil, c.atCoordinator(func(broker *sarama.Broker) error {
		answer, err := broker.CommitOffset(request)
		if err != nil {
			return err
		}
		for _, partitions := range answer.Errors {
			for _, code := range partitions {
				if code != sarama.ErrNoError {
					return code
				}
			}
		}
		return nil
	})
}

func (c *consumer) committed(args arguments) (interface{}, error) {
	request := &sarama.OffsetFetchRequest{Version: 1, ConsumerGroup: c.group}
	places := []place{}
	for _, parts := range args.Partitions {
		where, err := placeOf(parts)
		if err != nil {
			return nil, err
		}
		places = append(places, where)
		request.AddPartition(where.topic, where.partition)
	}
	result := []interface{}{}
	err := c.atCoordinator(func(broker *sarama.Broker) error {
		answer, err := broker.FetchOffset(request)
		if err != nil {
			return err
		}
		result = result[:0]
		for _, where := range places {
			block := answer.GetBlock(where.topic, where.partition)
			switch {
			case block == nil:
				return sarama.ErrIncompleteResponse
			case block.Err != sarama.ErrNoError:
				return block.Err
			case block.Offset < 0:
				result = append(result, nil)
			default:
				result = append(result, []interface{}{block.Offset, block.Metadata})
			}
		}
		return nil
	})
	return result, err
}
